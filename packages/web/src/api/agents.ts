import { WebAgentsDocument, type WebAgentsQuery } from '@slipway/api'
import { queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

/** A launch agent with what it holds. */
export type Agent = NonNullable<NonNullable<WebAgentsQuery['entity']>['launchAgents']>[number]

/** The agents of an entity that were heard of in the last week, and the queues that one could listen to. */
export function buildAgentsQuery(entity: string) {
  return queryOptions({
    queryKey: ['agents', entity],
    queryFn: async ({ signal }) => {
      const { entity: found } = await ask(WebAgentsDocument, { entity }, signal)
      return found ? { agents: found.launchAgents ?? [], queues: found.runQueues ?? [] } : null
    },
  })
}
