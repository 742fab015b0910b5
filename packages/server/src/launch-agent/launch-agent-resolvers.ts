import { parseJson } from '@slipway/core'
import { parsePage, SHORT_PAGES, toConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import { listItems } from '../run-queue/list-items.ts'
import { formatItemId, formatRunQueueId, parseItemId } from '../run-queue/wire-id.ts'
import type { HoldOptions } from './agent-work.ts'
import { formatLaunchAgentId } from './wire-id.ts'

export const launchAgentResolvers: Resolvers = {
  Query: {
    async launchAgent(_parent, { id }, context, info) {
      const viewer = requireViewer(context)
      const { launchAgent } = context.services
      const agent = await launchAgent.find(viewer, id)
      // The stock agent asks for itself in each round of its loop and gives no other sign of life while it is full. Its
      // document has this name; a person who looks at an agent must not keep it alive.
      const isItself = info.operation.name?.value === 'LaunchAgent'
      if (agent !== null && isItself && launchAgent.mayActFor(viewer, agent)) await launchAgent.hearOf(agent, null)
      return agent
    },
  },
  Mutation: {
    async createLaunchAgent(_parent, { input }, context) {
      const agent = await context.services.launchAgent.register(requireViewer(context), {
        entityName: input.entityName,
        runQueueIds: input.runQueues,
        hostname: input.hostname,
        config: input.agentConfig ?? null,
        version: input.version ?? null,
        resumeId: input.resumeLaunchAgentId ?? null,
      })
      return { success: true, launchAgentId: formatLaunchAgentId(agent.id) }
    },
    async updateLaunchAgent(_parent, { input }, context) {
      const agent = await context.services.launchAgent.requireOwn(requireViewer(context), input.launchAgentId)
      await context.services.launchAgent.hearOf(agent, input.agentStatus ?? null)
      return { success: true, clientMutationId: input.clientMutationId }
    },
    async leaseRunQueueItems(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const { launchAgent, runQueue } = context.services
      const hold = readHold(context, input.waitSeconds)
      const items = await launchAgent.lease(viewer, input.launchAgentId, input.limit, hold)
      const leased = items.map(async (item) => {
        const queue = await runQueue.queues.findByRowId(viewer, item.runQueueId)
        return {
          runQueueItemId: formatItemId(item),
          runSpec: JSON.parse(item.runSpec) as unknown,
          queueName: queue?.name ?? '',
          queueEntityName: queue?.entityName ?? '',
          leaseEndsAt: item.leasedUntil,
        }
      })
      return { items: await Promise.all(leased) }
    },
    async launchAgentHeartbeat(_parent, { input }, context) {
      const addresses = input.runQueueItemIds.map((wireId) => ({ wireId, address: parseItemId(wireId) }))
      const known = addresses.flatMap(({ address }) => (address === null ? [] : [address.id]))
      const answer = await context.services.launchAgent.heartbeat(
        requireViewer(context),
        input.launchAgentId,
        { status: input.agentStatus ?? null, itemIds: known },
        readHold(context, input.waitSeconds ?? 0),
      )
      const wireIdsOf = (ids: readonly number[]) =>
        addresses.filter(({ address }) => address !== null && ids.includes(address.id)).map(({ wireId }) => wireId)
      return {
        stopPolling: answer.isStopping,
        stopRunQueueItemIds: wireIdsOf(answer.stopItemIds),
        lostRunQueueItemIds: [
          ...wireIdsOf(answer.lostItemIds),
          ...addresses.filter(({ address }) => address === null).map(({ wireId }) => wireId),
        ],
      }
    },
    async drainLaunchAgent(_parent, { input }, context) {
      await context.services.launchAgent.end(requireViewer(context), input.launchAgentId, 'drain')
      return { success: true, clientMutationId: input.clientMutationId }
    },
    async stopLaunchAgent(_parent, { input }, context) {
      await context.services.launchAgent.end(requireViewer(context), input.launchAgentId, 'stop')
      return { success: true, clientMutationId: input.clientMutationId }
    },
  },
  Entity: {
    async launchAgents(entity, arguments_, context) {
      const page = parsePage(arguments_, SHORT_PAGES)
      const agents = await context.services.launchAgent.listByEntity(requireViewer(context), entity.id, {
        isListening: arguments_.isListening ?? null,
        beforeId: page.after,
        limit: page.limit,
      })
      return agents === null ? null : toConnection(agents, page, ({ id }) => id)
    },
  },
  LaunchAgent: {
    id: (agent) => formatLaunchAgentId(agent.id),
    runQueues: (agent) => agent.runQueueIds.map(formatRunQueueId),
    agentStatus: (agent, _arguments, context) => context.services.launchAgent.statusOf(agent),
    agentConfig: (agent) => (agent.config === null ? null : parseJson(agent.config)),
    stopPolling: (agent) => agent.isStopping,
    createdBy: (agent) => agent.createdByName,
    async queues(agent, _arguments, context) {
      const { queues } = context.services.runQueue
      const viewer = requireViewer(context)
      const found = await Promise.all(agent.runQueueIds.map((id) => queues.findByRowId(viewer, id)))
      return found.filter((queue) => queue !== null).filter((queue) => queue.deletedAt === null)
    },
    async heldItems(agent, _arguments, context) {
      return [...(await context.services.runQueue.items.listHeld(requireViewer(context), agent.id)).items]
    },
    async heldCount(agent, _arguments, context) {
      return (await context.services.runQueue.items.listHeld(requireViewer(context), agent.id)).count
    },
    runQueueItems: (agent, arguments_, context) =>
      listItems(context, { launchAgentId: agent.id, states: ['leased', 'claimed'] }, arguments_),
  },
}

function readHold(context: RequestContext, waitSeconds: number | null | undefined): HoldOptions {
  return {
    waitSeconds: waitSeconds ?? null,
    get signal() {
      return context.signal
    },
    whenUndelivered: (callback) => context.whenUndelivered(callback),
  }
}
