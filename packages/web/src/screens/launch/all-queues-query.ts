import { WebLaunchQueuesDocument } from '@slipway/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { ask } from '../../api/ask.ts'
import { nextCursor, nodesOf } from '../../api/connection.ts'
import { LAUNCH_QUEUES_KEY } from './launch-queries.ts'

const PAGE_SIZE = 50

/** The queues of several entities whose names hold a text, each entity's page by page; a page has the next ones of each. */
export function buildAllQueuesQuery(entityNames: readonly string[], search: string) {
  return infiniteQueryOptions({
    queryKey: [...LAUNCH_QUEUES_KEY, 'all', entityNames, search],
    queryFn: ({ pageParam, signal }) =>
      Promise.all(
        pageParam.map(async ({ entityName, after }) => {
          const variables = { entityName, search: search === '' ? null : search, first: PAGE_SIZE, after }
          const { entity } = await ask(WebLaunchQueuesDocument, variables, signal)
          return { entityName, queues: entity?.runQueuesConnection ?? null }
        }),
      ),
    initialPageParam: entityNames.map((entityName) => ({ entityName, after: null as string | null })),
    getNextPageParam(page) {
      const next = page.flatMap(({ entityName, queues }) => {
        const after = nextCursor(queues)
        return after === null ? [] : [{ entityName, after }]
      })
      return next.length === 0 ? null : next
    },
    select: ({ pages }) => pages.flat().flatMap(({ queues }) => nodesOf(queues)),
  })
}
