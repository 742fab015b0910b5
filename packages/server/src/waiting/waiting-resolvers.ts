import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer } from '../graphql/request-context.ts'
import { countPending, freeRoomOf } from './waiting.ts'

export const waitingResolvers: Resolvers = {
  RunQueueItem: {
    waiting: (item, _arguments, context) => context.services.waiting.explainItem(requireViewer(context), item),
    async reason(item, _arguments, context) {
      if (item.reason !== null) return item.reason
      return (await context.services.waiting.explainItem(requireViewer(context), item))?.message ?? null
    },
  },
  RunQueue: {
    waiting: (queue, { priority }, context) =>
      context.services.waiting.explainLaunch(requireViewer(context), queue, priority ?? null),
  },
  Waiting: {
    runQueue: ({ situation }) => situation.queue,
    pendingCount: ({ situation }) => countPending(situation),
    agents: ({ situation }) => [...situation.agents],
  },
  WaitingAgent: {
    launchAgent: ({ agent }) => agent,
    freeRoom: freeRoomOf,
    heldCount: ({ heldSince }) => heldSince.length,
    runQueueItemIds: ({ visibleItemIds }) => [...visibleItemIds],
  },
}
