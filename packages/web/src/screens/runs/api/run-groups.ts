import { WebEntityRunGroupsDocument, WebProjectRunGroupsDocument, type RunGroupPageFragment } from '@slipway/api'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { nextCursor } from '../../../api/connection.ts'
import { missing, runsKey, type RunPlace } from './runs.ts'

/** Runs that have the same value. */
export type RunGroup = NonNullable<RunGroupPageFragment['edges'][number]['node']>

/** The groups of runs by a field, with what their numbers are together, page by page. */
export function buildRunGroupsQuery(
  place: RunPlace,
  request: { readonly by: string; readonly filters: string | null; readonly aggregates: readonly string[] },
) {
  const { entity, project } = place
  const { by, filters, aggregates } = request
  return infiniteQueryOptions({
    queryKey: [...runsKey(place), 'groups', by, filters, aggregates],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { entity, by, filters, aggregates: [...aggregates], after: pageParam }
      const found =
        project === undefined
          ? (await ask(WebEntityRunGroupsDocument, variables, signal)).entity?.runGroups
          : (await ask(WebProjectRunGroupsDocument, { ...variables, project }, signal)).project?.runGroups
      return found ?? missing(place)
    },
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  })
}
