import { countExpectedRuns } from '@slipway/core'
import { parsePage, toConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer } from '../graphql/request-context.ts'
import { formatItemId } from '../run-queue/wire-id.ts'
import { readAgentRunsPage, turnAround } from './agent-runs-page.ts'
import { readMetric } from './metric-value.ts'
import { parseSweepFilter } from './sweep-filter.ts'
import { isActiveState } from './sweep.ts'
import { parseSweepLaunch } from './sweep-launch.ts'
import { formatSweepAgentId, formatSweepId } from './wire-id.ts'

/** An agent of which nothing was heard for this long has ended; it reports every 5 s. */
const AGENT_SILENCE_MS = 60_000
/** The size of a page where the client reads a whole list in one. */
const WHOLE_LIST = 10_000

export const sweepResolvers: Resolvers = {
  Mutation: {
    async upsertSweep(_parent, { input }, context) {
      const { sweep, warnings } = await context.services.sweep.upsert(requireViewer(context), {
        id: input.id ?? null,
        config: input.config ?? null,
        description: input.description ?? null,
        displayName: input.displayName ?? null,
        entityName: input.entityName ?? null,
        projectName: input.projectName ?? null,
        controller: input.controller ?? null,
        launchScheduler: input.launchScheduler ?? null,
        templateValues: input.templateVariableValues ?? null,
        launch: input.launch ?? null,
        state: input.state ?? null,
        priorRunsFilters: input.priorRunsFilters ?? null,
      })
      return { sweep, configValidationWarnings: [...warnings], clientMutationId: input.clientMutationId }
    },
    async deleteSweep(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const { sweep } = context.services
      await sweep.delete(viewer, await sweep.require(viewer, input.id))
      return { success: true, clientMutationId: input.clientMutationId }
    },
    async createAgent(_parent, { input }, context) {
      const agent = await context.services.sweep.createAgent(requireViewer(context), {
        host: input.host,
        sweep: input.sweep,
        entityName: input.entityName ?? null,
        projectName: input.projectName ?? null,
      })
      return { agent, clientMutationId: input.clientMutationId }
    },
    async enqueueSweepRun(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const { sweep: sweeps } = context.services
      const { point, run } = await sweeps.addPoint(viewer, await sweeps.require(viewer, input.id), {
        config: input.config,
        displayName: input.displayName ?? null,
      })
      const item = await sweeps.findItem(viewer, point)
      return {
        // The client's local scheduler looks for its runs by this, as by their name (wandb-core, SweepWatchedRuns).
        id: run?.name ?? null,
        runQueueItemId: item === null ? null : formatItemId(item),
        point,
        clientMutationId: input.clientMutationId,
      }
    },
    async agentHeartbeat(_parent, { input }, context) {
      const { agent, commands, takeBack } = await context.services.sweep.heartbeat(
        requireViewer(context),
        input.id,
        input.runState ?? null,
      )
      context.whenUndelivered(() => context.services.runQueue.background(takeBack()))
      return { agent, commands: JSON.stringify(commands), clientMutationId: input.clientMutationId }
    },
  },
  Entity: {
    async sweeps(entity, arguments_, context) {
      const page = parsePage(arguments_)
      const condition = parseSweepFilter(arguments_.filters ?? null)
      const wanted = { beforeId: page.after, limit: page.limit }
      const rows = await context.services.sweep.listOfEntity(requireViewer(context), entity, condition, wanted)
      return rows === null ? null : toConnection(rows, page, (sweep) => sweep.id)
    },
  },
  Project: {
    sweep: (project, { sweepName }, context) => context.services.sweep.find(requireViewer(context), project, sweepName),
    async sweeps(project, arguments_, context) {
      const page = parsePage(arguments_)
      const condition = parseSweepFilter(arguments_.filters ?? null)
      const rows = await context.services.sweep.list(project, condition, { beforeId: page.after, limit: page.limit })
      return toConnection(rows, page, (sweep) => sweep.id)
    },
    totalSweeps: (project, _arguments, context) => context.services.sweep.count(project),
  },
  Run: {
    sweep: (run, _arguments, context) => context.services.sweep.findOfRun(requireViewer(context), run),
  },
  Sweep: {
    id: ({ id }) => formatSweepId(id),
    controllerRunName: ({ name }) => `controller-${name}`,
    earlyStopJobRunning: (sweep, _arguments, context) =>
      isActiveState(sweep.state) && context.services.sweep.configs.of(sweep).hyperband !== null,
    bestLoss: async (sweep, _arguments, context) => (await context.services.sweep.findBest(sweep))?.value ?? null,
    bestRun: async (sweep, _arguments, context) => (await context.services.sweep.findBest(sweep))?.run ?? null,
    launch: (sweep) => (sweep.launch === null ? null : parseSweepLaunch(sweep.launch)),
    runCount: (sweep, _arguments, context) => context.services.sweep.countRuns(sweep),
    runCountExpected: (sweep, _arguments, context) => countExpectedRuns(context.services.sweep.configs.of(sweep)),
    runCap: (sweep, _arguments, context) => context.services.sweep.configs.of(sweep).runCap,
    async runs(sweep, { first, after, order }, context) {
      const viewer = requireViewer(context)
      const { project: projects, run: runs } = context.services
      const project = await projects.findById(viewer, sweep.projectId)
      // The client's controller and scheduler read all runs without asking for pages.
      const page = parsePage({ first: first ?? WHOLE_LIST, after })
      if (project === null) return toConnection([], page, () => 0)
      const selection = { filters: JSON.stringify({ sweep: sweep.name }), order: order ?? '+created_at' }
      return toConnection(await runs.list(viewer, project, selection, page), page, (run) => run.id)
    },
    async priorRuns(sweep, arguments_, context) {
      const page = parsePage({ ...arguments_, first: arguments_.first ?? WHOLE_LIST })
      const all = await context.services.sweep.listPriorRuns(sweep)
      return toConnection(all.filter(({ id }) => id > page.after).slice(0, page.limit), page, (run) => run.id)
    },
    async points(sweep, arguments_, context) {
      const page = parsePage(arguments_)
      return toConnection(await context.services.sweep.listPoints(sweep, page), page, (point) => point.number)
    },
    async agents(sweep, arguments_, context) {
      // The client reads all agents without asking for pages.
      const page = parsePage({ ...arguments_, first: arguments_.first ?? WHOLE_LIST })
      return toConnection(await context.services.sweep.listAgents(sweep, page), page, (agent) => agent.id)
    },
    agent: (sweep, { agentName }, context) => context.services.sweep.findAgent(sweep, agentName),
    user: (sweep, _arguments, context) => context.services.account.findUserById(sweep.userId),
    project: (sweep, _arguments, context) => context.services.project.findById(requireViewer(context), sweep.projectId),
  },
  SweepPoint: {
    values: ({ tree }) => tree,
    run: (point, _arguments, context) => context.services.sweep.findRun(point),
    async metric(point, _arguments, context) {
      const [run, metric] = await Promise.all([
        context.services.sweep.findRun(point),
        context.services.sweep.findMetric(point),
      ])
      return run === null || metric === null ? null : readMetric(run.summary, metric)
    },
    runQueueItem: (point, _arguments, context) => context.services.sweep.findItem(requireViewer(context), point),
  },
  Agent: {
    id: ({ id }) => formatSweepAgentId(id),
    state: ({ heartbeatAt }) => (Date.now() - heartbeatAt < AGENT_SILENCE_MS ? 'RUNNING' : 'FINISHED'),
    totalRuns: (agent, _arguments, context) => context.services.sweep.countRunsOfAgent(agent),
    async runs(agent, arguments_, context) {
      const { isBackwards, order, page } = readAgentRunsPage(arguments_)
      const found = await context.services.sweep.listRunsOfAgent(agent, order, page)
      const connection = toConnection(found, page, (run) => run.id)
      return isBackwards ? turnAround(connection) : connection
    },
  },
}
