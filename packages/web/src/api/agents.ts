import { WebAgentsDocument, type WebAgentsQuery } from '@slipway/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'
import { nextCursor, nodesOf } from './connection.ts'

/** A launch agent with what it holds. */
export type Agent = NonNullable<NonNullable<WebAgentsQuery['entity']>['launchAgents']>['edges'][number]['node']

/**
 * The agents of an entity that listen, or those of the last week that are lost or have ended: newest first, page by page.
 * Null when the entity is not for the viewer to see.
 */
export function buildAgentsQuery(entity: string, which: 'listening' | 'over') {
  return infiniteQueryOptions({
    queryKey: ['agents', entity, which],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { entity, isListening: which === 'listening', after: pageParam }
      return (await ask(WebAgentsDocument, variables, signal)).entity?.launchAgents ?? null
    },
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    select: ({ pages }) => (pages[0] === null ? null : pages.flatMap(nodesOf)),
  })
}
