import { WebJobsDocument } from '@slipway/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

/** The jobs of an entity, newest version first, page by page. */
export function buildJobsQuery({ entity, search }: { readonly entity: string; readonly search: string | undefined }) {
  return infiniteQueryOptions({
    queryKey: ['jobs', entity, search ?? ''],
    queryFn: async ({ pageParam, signal }) => {
      const data = await ask(WebJobsDocument, { entity, search: search ?? null, after: pageParam }, signal)
      return data.entity?.jobs ?? null
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage === true ? (page.pageInfo.endCursor ?? null) : null),
  })
}
