import { WebLaunchJobsDocument, type WebLaunchJobsQuery } from '@slipway/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { ask } from '../../api/ask.ts'

/** A job in a list. */
export type ListedJob = NonNullable<
  NonNullable<NonNullable<WebLaunchJobsQuery['entity']>['jobs']>['edges'][number]['node']
>

/** Where the next page of each entity begins; an entity that is not named has no further page. */
type Cursors = Readonly<Record<string, string | null>>

/** The jobs of several entities together, each entity's page by page. */
export function buildAllJobsQuery(entities: readonly string[], search: string) {
  return infiniteQueryOptions({
    queryKey: ['jobs', 'all', entities, search],
    async queryFn({ pageParam, signal }) {
      const pages = await Promise.all(
        Object.entries(pageParam).map(async ([entity, after]) => {
          const data = await ask(
            WebLaunchJobsDocument,
            { entityName: entity, search: search === '' ? null : search, after },
            signal,
          )
          return { entity, page: data.entity?.jobs ?? null }
        }),
      )
      return {
        jobs: pages.flatMap(({ page }) => page?.edges.flatMap(({ node }) => (node ? [node] : [])) ?? []),
        next: Object.fromEntries(
          pages.flatMap(({ entity, page }): [string, string | null][] =>
            page?.pageInfo.hasNextPage === true ? [[entity, page.pageInfo.endCursor ?? null]] : [],
          ),
        ),
      }
    },
    initialPageParam: Object.fromEntries(entities.map((entity) => [entity, null])) as Cursors,
    getNextPageParam: ({ next }) => (Object.keys(next).length === 0 ? null : (next as Cursors)),
  })
}
