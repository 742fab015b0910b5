import { NotFoundError, parseLaunchSpec, readLaunchOrigins, type LaunchOrigin } from '@slipway/core'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import type { ItemReport } from './item-service.ts'
import { readRetryChanges } from './retry-spec.ts'
import { formatItemId } from './wire-id.ts'

export const runQueueItemResolvers: Resolvers = {
  Query: {
    runQueueItem: (_parent, { id }, context) => context.services.runQueue.items.find(requireViewer(context), id),
  },
  Mutation: {
    async popFromRunQueue(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const { queues } = context.services.runQueue
      const queue = await queues.require(viewer, input.entityName, input.queueName)
      const item = await context.services.launchAgent.pop(viewer, queue, input.launchAgentId ?? null, {
        waitSeconds: input.waitSeconds ?? null,
        get signal() {
          return context.signal
        },
        whenUndelivered: (callback) => context.whenUndelivered(callback),
      })
      return item === null ? null : { runQueueItemId: formatItemId(item), runSpec: JSON.parse(item.runSpec) as unknown }
    },
    async ackRunQueueItem(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const { items, leases } = context.services.runQueue
      const address = await items.requireAddress(viewer, input.runQueueItemId)
      const launchAgentId = await readAgentId(context, input.launchAgentId)
      return { success: await leases.claim({ ...address, runName: input.runName, launchAgentId }) }
    },
    async failRunQueueItem(_parent, { input }, context) {
      const report = await readReport(context, input)
      await context.services.runQueue.items.fail(requireViewer(context), input.runQueueItemId, report)
      return { success: true, clientMutationId: input.clientMutationId }
    },
    async updateRunQueueItemWarning(_parent, { input }, context) {
      const report = await readReport(context, input)
      await context.services.runQueue.items.warn(requireViewer(context), input.runQueueItemId, report)
      return { success: true, clientMutationId: input.clientMutationId }
    },
    async retryRunQueueItem(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const { items, launches, queues } = context.services.runQueue
      const item = await items.require(viewer, input.runQueueItemId)
      const queue = await queues.findByRowId(viewer, item.runQueueId)
      if (queue === null) throw new NotFoundError(`Cannot find the run queue of item "${input.runQueueItemId}".`)
      const changes = readRetryChanges(input.overrides ?? null)
      const pushed = await launches.retry(viewer, { item, queue, changes, isForced: input.force ?? false })
      return { runQueueItem: pushed.item, notes: [...pushed.notes], clientMutationId: input.clientMutationId }
    },
    async finishRunQueueItem(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const agent = await context.services.launchAgent.requireOwn(viewer, input.launchAgentId)
      const item = await context.services.runQueue.items.finish(viewer, input.runQueueItemId, agent.id, {
        state: input.state,
        exitCode: input.exitCode ?? null,
        reason: input.reason ?? null,
        stage: input.stage ?? null,
      })
      return { runQueueItem: item }
    },
    async appendRunQueueItemLog(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const agent = await context.services.launchAgent.requireOwn(viewer, input.launchAgentId)
      const chunk = { offset: input.offset, text: input.text }
      const { items } = context.services.runQueue
      return { success: await items.appendLog(viewer, input.runQueueItemId, agent.id, chunk) }
    },
  },
  Run: {
    runQueueItem: (run, _arguments, context) => context.services.runQueue.items.findByRun(requireViewer(context), run),
    inputValues: (run, { files }, context) =>
      context.services.runQueue.readRunValues(requireViewer(context), run, files ?? []),
  },
  RunQueueItem: {
    id: (item) => formatItemId(item),
    associatedRunId: (item) => item.runName,
    async runSpec(item, _arguments, context) {
      return JSON.parse(await context.services.runQueue.items.readRunSpec(item)) as unknown
    },
    async warnings(item, _arguments, context) {
      return [...(await context.services.runQueue.items.listWarnings(item))]
    },
    runQueue: (item, _arguments, context) =>
      context.services.runQueue.queues.findByRowId(requireViewer(context), item.runQueueId),
    launchAgent: (item, _arguments, context) =>
      item.launchAgentId === null
        ? null
        : context.services.launchAgent.findByRowId(requireViewer(context), item.launchAgentId),
    run: (item, _arguments, context) =>
      item.runName === null
        ? null
        : context.services.run.findByName(requireViewer(context), item.entityName, item.projectName, item.runName),
    async jobVersion(item, _arguments, context) {
      if (item.jobArtifactId === null) return null
      const { job } = parseLaunchSpec(JSON.parse(await context.services.runQueue.items.readRunSpec(item)))
      return job === null ? null : context.services.job.findVersion(requireViewer(context), job)
    },
    inputValues: (item, _arguments, context) => context.services.runQueue.readItemValues(requireViewer(context), item),
    async origins(item, _arguments, context) {
      const spec = parseLaunchSpec(JSON.parse(await context.services.runQueue.items.readRunSpec(item)))
      return readLaunchOrigins(spec).map(presentOrigin)
    },
    retryOf: (item, _arguments, context) => context.services.runQueue.items.findRetried(requireViewer(context), item),
    async retries(item, _arguments, context) {
      return [...(await context.services.runQueue.items.listRetries(requireViewer(context), item))]
    },
    inputs: (item, _arguments, context) => context.services.runQueue.readInputs(requireViewer(context), item),
    log: (item, { offset, limit }, context) =>
      context.services.runQueue.items.readLog(item, { offset: offset ?? null, limit: limit ?? null }),
  },
}

async function readAgentId(context: RequestContext, wireId: string | null | undefined): Promise<number | null> {
  if (wireId === null || wireId === undefined) return null
  return (await context.services.launchAgent.requireOwn(requireViewer(context), wireId)).id
}

async function readReport(
  context: RequestContext,
  input: {
    readonly message: string
    readonly stage: string
    readonly filePaths?: readonly string[] | null | undefined
    readonly launchAgentId?: string | null | undefined
  },
): Promise<ItemReport> {
  return {
    message: input.message,
    stage: input.stage,
    filePaths: input.filePaths ?? null,
    launchAgentId: await readAgentId(context, input.launchAgentId),
  }
}

function presentOrigin({ origin, inputs }: LaunchOrigin) {
  const { kind } = origin
  switch (kind) {
    case 'preset':
      return { kind, name: origin.name, version: `v${origin.version}`, inputs: [...inputs] }
    case 'run':
    case 'sweep':
      return { kind, name: origin.path, inputs: [...inputs] }
    case 'item':
      return { kind, name: origin.id, inputs: [...inputs] }
    case 'file':
      return { kind, name: origin.name, inputs: [...inputs] }
    case 'command-line':
    case 'default':
      return { kind, inputs: [...inputs] }
  }
}
