import { formatLaunchSpec, parseJson, parseResourceConfig } from '@slipway/core'
import { parseNamePage, parsePage, toConnection, toNameConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import { listItems, readItemFilter } from './list-items.ts'
import { readLaunchOverrides } from './earlier-launches.ts'
import type { ItemsChange } from './item-changes.ts'
import type { LaunchRequest } from './launch-request.ts'
import { formatItemId, formatResourceConfigId, formatRunQueueId } from './wire-id.ts'

const EARLIER_SHOWN = 5

export const runQueueResolvers: Resolvers = {
  Mutation: {
    async createDefaultResourceConfig(_parent, { input }, context) {
      const config = parseResourceConfig(input.resource, input.config, input.templateVariables ?? null)
      const viewer = requireViewer(context)
      const id = await context.services.runQueue.queues.createConfig(viewer, input.entityName, config)
      return { defaultResourceConfigID: formatResourceConfigId(id), success: true }
    },
    async createRunQueue(_parent, { input }, context) {
      const queue = await context.services.runQueue.queues.create(requireViewer(context), {
        entityName: input.entityName,
        projectName: input.projectName,
        name: input.queueName,
        access: input.access,
        hasPriorities: input.prioritizationMode === 'V0',
        configId: input.defaultResourceConfigID ?? null,
      })
      return { success: true, queueID: formatRunQueueId(queue.id) }
    },
    async upsertRunQueue(_parent, { input }, context) {
      const config = parseResourceConfig(input.resourceType, input.resourceConfig, input.templateVariables ?? null)
      await context.services.runQueue.queues.upsert(requireViewer(context), {
        entityName: input.entityName,
        projectName: input.projectName,
        name: input.queueName,
        config,
        hasPriorities:
          input.prioritizationMode === null || input.prioritizationMode === undefined
            ? null
            : input.prioritizationMode === 'V0',
        externalLinks: input.externalLinks ?? null,
        onlyNew: input.onlyNew ?? false,
      })
      return { success: true, configSchemaValidationErrors: [...config.warnings] }
    },
    async deleteRunQueues(_parent, { input }, context) {
      await context.services.runQueue.queues.delete(requireViewer(context), input.queueIDs)
      return { success: true, clientMutationId: input.clientMutationId }
    },
    async pauseRunQueue(_parent, { input }, context) {
      const { queues } = context.services.runQueue
      return { runQueue: await queues.setPaused(requireViewer(context), input.queueID, true) }
    },
    async resumeRunQueue(_parent, { input }, context) {
      const { queues } = context.services.runQueue
      return { runQueue: await queues.setPaused(requireViewer(context), input.queueID, false) }
    },
    async pushToRunQueueByName(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const request = { ...(await readLaunchRequest(context, input)), launchKey: input.launchKey ?? null }
      const pushed = await context.services.runQueue.launches.push(viewer, request)
      return {
        runQueueItemId: formatItemId(pushed.item),
        runSpec: pushed.runSpec,
        notes: [...pushed.notes],
        runQueueItem: pushed.item,
      }
    },
    async pushToRunQueue(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const pushed = await context.services.runQueue.launches.push(viewer, {
        queue: await context.services.runQueue.queues.requireById(viewer, input.queueID),
        runSpec: input.runSpec,
        priority: input.priority ?? null,
        templateValues: input.templateVariableValues ?? null,
      })
      return { runQueueItemId: formatItemId(pushed.item) }
    },
    async checkLaunch(_parent, { input }, context) {
      const request = await readLaunchRequest(context, input)
      return context.services.runQueue.launches.check(requireViewer(context), request)
    },
    async deleteFromRunQueue(_parent, { input }, context) {
      const viewer = requireViewer(context)
      await context.services.runQueue.items.deleteFromQueue(viewer, input.queueID, input.runQueueItemId)
      return { success: true, clientMutationId: input.clientMutationId }
    },
    async cancelRunQueueItems(_parent, { input }, context) {
      const { itemChanges } = context.services.runQueue
      const { runQueueItemIds: ids, onlyWaiting } = input
      return presentChange(await itemChanges.cancel(requireViewer(context), ids, onlyWaiting ?? false), input)
    },
    async updateRunQueueItems(_parent, { input }, context) {
      const { itemChanges } = context.services.runQueue
      const change = await itemChanges.setPriority(requireViewer(context), input.runQueueItemIds, input.priority)
      return presentChange(change, input)
    },
    async cancelRunQueueItem(_parent, { input }, context) {
      const { items } = context.services.runQueue
      return { runQueueItem: await items.cancel(requireViewer(context), input.runQueueItemId) }
    },
  },
  Entity: {
    defaultResourceConfig: (entity, { id }, context) =>
      context.services.runQueue.queues.findConfig(requireViewer(context), entity.name, id),
    async runQueues(entity, _arguments, context) {
      return [...(await context.services.runQueue.queues.list(requireViewer(context), entity.name, null))]
    },
    async runQueuesConnection(entity, arguments_, context) {
      const page = parseNamePage(arguments_)
      const { queues: service } = context.services.runQueue
      const search = arguments_.search ?? null
      const queues = await service.listPage(requireViewer(context), entity.name, { search, ...page })
      return queues === null ? null : toNameConnection(queues, page, ({ name }) => name)
    },
    runQueue: (entity, { name }, context) =>
      context.services.runQueue.queues.find(requireViewer(context), entity.name, name),
    runQueueItems(entity, arguments_, context) {
      const viewer = requireViewer(context)
      const filter = { ...readItemFilter(arguments_), queueName: arguments_.queueName ?? null }
      const isMember = viewer.entityIds.get(entity.name) === entity.id
      return isMember
        ? listItems(context, { entityId: entity.id, userId: viewer.user.id, ...filter }, arguments_)
        : null
    },
    async refusedLaunches(entity, arguments_, context) {
      const page = parsePage(arguments_)
      const rows = await context.services.runQueue.launches.listRefused(requireViewer(context), entity.id, {
        queueName: arguments_.queueName ?? null,
        beforeId: page.after,
        limit: page.limit,
      })
      const connection = toConnection(rows, page, (launch) => launch.id)
      return {
        ...connection,
        edges: connection.edges.map(({ node, cursor }) => ({
          cursor,
          node: { ...node, id: String(node.id), problems: [...node.problems] },
        })),
      }
    },
  },
  Project: {
    async runQueues(project, _arguments, context) {
      const { queues } = context.services.runQueue
      return [...(await queues.list(requireViewer(context), project.entityName, project))]
    },
    async runQueue(project, { name }, context) {
      const queue = await context.services.runQueue.queues.find(requireViewer(context), project.entityName, name)
      return queue?.projectId === project.id ? queue : null
    },
  },
  RunQueue: {
    id: (queue) => formatRunQueueId(queue.id),
    createdBy: (queue) => queue.createdByName,
    prioritizationMode: (queue) => (queue.hasPriorities ? 'V0' : 'DISABLED'),
    defaultResourceConfigID: (queue) => (queue.config === null ? null : formatResourceConfigId(queue.config.id)),
    defaultResourceConfig: (queue) => queue.config,
    externalLinks: (queue) => (queue.externalLinks === null ? { links: [] } : parseJson(queue.externalLinks)),
    resource: (queue) => queue.config?.resource ?? null,
    async pendingCount(queue, _arguments, context) {
      return (await context.services.runQueue.queues.countItems(queue)).pending
    },
    async runningCount(queue, _arguments, context) {
      return (await context.services.runQueue.queues.countItems(queue)).running
    },
    async launchAgents(queue, _arguments, context) {
      return [...(await context.services.launchAgent.listByQueue(requireViewer(context), queue))]
    },
    listeningAgentCount: (queue, _arguments, context) => context.services.launchAgent.countListening(queue),
    async runQueueItem(queue, { id }, context) {
      const item = await context.services.runQueue.items.find(requireViewer(context), id)
      return item?.runQueueId === queue.id ? item : null
    },
    runQueueItems(queue, arguments_, context) {
      return listItems(context, { queueId: queue.id, ...readItemFilter(arguments_) }, arguments_)
    },
    activity(queue, { hours, spans }, context) {
      return context.services.runQueue.readActivity(queue, { hours: hours ?? 24, spans: spans ?? 48 })
    },
  },
  RunQueueActivity: {
    spans: (activity) => [...activity.spans],
  },
  CheckLaunchPayload: {
    problems: (verdict) => [...verdict.problems],
    notes: (verdict) => [...verdict.notes],
    runSpec: (verdict) => (verdict.problems.length > 0 ? null : formatLaunchSpec(verdict.spec)),
    clientMutationId: () => null,
    async earlierLaunches({ job, spec }, { first }, context) {
      if (job === null) return []
      const { earlier } = context.services.runQueue.launches
      const [items = []] = await earlier.find(requireViewer(context), job, [spec.overrides], first ?? EARLIER_SHOWN)
      return [...items]
    },
  },
  JobVersion: {
    async earlierLaunches(version, { overrides, first }, context) {
      const points = overrides.map(readLaunchOverrides)
      const { earlier } = context.services.runQueue.launches
      const found = await earlier.find(requireViewer(context), version, points, first ?? EARLIER_SHOWN)
      return found.map((items) => ({ items: [...items] }))
    },
  },
  RunQueueItemConnection: {
    totalCount: (page) => page.countAll(),
  },
  DefaultResourceConfig: {
    id: (config) => formatResourceConfigId(config.id),
    templateVariables: (config) =>
      config.templateVariables.map(({ name, schemaText }) => ({ name, schema: schemaText })),
  },
}

function presentChange(
  change: ItemsChange,
  { clientMutationId }: { readonly clientMutationId?: string | null | undefined },
) {
  return { runQueueItems: [...change.changed], refused: [...change.refused], clientMutationId }
}

async function readLaunchRequest(
  context: RequestContext,
  input: {
    readonly entityName: string
    readonly queueName: string
    readonly runSpec: string
    readonly priority?: number | null | undefined
    readonly templateVariableValues?: string | null | undefined
  },
): Promise<LaunchRequest> {
  const { queues } = context.services.runQueue
  return {
    queue: await queues.require(requireViewer(context), input.entityName, input.queueName),
    runSpec: input.runSpec,
    priority: input.priority ?? null,
    templateValues: input.templateVariableValues ?? null,
  }
}
