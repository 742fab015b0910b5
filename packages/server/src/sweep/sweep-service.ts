import { NotFoundError, type SweepMetric } from '@slipway/core'
import type { RawBuilder } from 'kysely'
import type { EntityRecord, Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { JobService } from '../job/job-service.ts'
import type { Log } from '../log.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { ProjectService } from '../project/project-service.ts'
import { isLiveState, type RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import type { RunQueueItemRecord } from '../run-queue/run-queue.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import * as agentStore from './agent-store.ts'
import { addChosenPoint, type ChosenPoint } from './chosen-points.ts'
import { createEarlyStop } from './early-stop.ts'
import { isBetter, readMetric } from './metric-value.ts'
import { createMetricValues } from './metric-values.ts'
import { createLaunchScheduler } from './launch-scheduler.ts'
import { createPointGiver } from './point-giver.ts'
import * as pointStore from './point-store.ts'
import { followScheduler } from './follow-scheduler.ts'
import { noteScheduledRun } from './scheduled-runs.ts'
import { createSerialWork } from './serial-work.ts'
import { followRunEnd, settleSweep } from './settle-sweep.ts'
import { agentNotFound, createSweepAgents, type HeartbeatAnswer } from './sweep-agents.ts'
import { createSweepConfigs, type SweepConfigs, type SweepParts } from './sweep-parts.ts'
import * as store from './sweep-store.ts'
import { checkSweepUpsert, type SweepUpsert } from './sweep-upsert.ts'
import { createSweepWriter, type WrittenSweep } from './sweep-writer.ts'
import type { SweepAgentRecord, SweepPointRecord, SweepRecord } from './sweep.ts'
import { parseSweepAgentId, parseSweepId } from './wire-id.ts'

/** Sweeps of the entities that a viewer is in. A sweep that is not theirs to see is as good as absent. */
export interface SweepService {
  readonly configs: SweepConfigs
  find(viewer: Viewer, project: ProjectRecord, name: string): Promise<SweepRecord | null>
  /** The sweep that a run names. */
  findOfRun(viewer: Viewer, run: RunRecord): Promise<SweepRecord | null>
  require(viewer: Viewer, wireId: string): Promise<SweepRecord>
  /** Sweeps of a project, for callers that have authorised it. */
  list(
    project: ProjectRecord,
    condition: RawBuilder<boolean> | null,
    page: { readonly beforeId: number; readonly limit: number },
  ): Promise<readonly SweepRecord[]>
  /** Sweeps of all projects of an entity; null when the viewer is not in it. */
  listOfEntity(
    viewer: Viewer,
    entity: EntityRecord,
    condition: RawBuilder<boolean> | null,
    page: { readonly beforeId: number; readonly limit: number },
  ): Promise<readonly SweepRecord[] | null>
  count(project: ProjectRecord): Promise<number>
  upsert(viewer: Viewer, input: SweepUpsert): Promise<WrittenSweep>
  delete(viewer: Viewer, sweep: SweepRecord): Promise<void>
  createAgent(
    viewer: Viewer,
    agent: {
      readonly host: string
      readonly sweep: string
      readonly entityName: string | null
      readonly projectName: string | null
    },
  ): Promise<SweepAgentRecord>
  /** Adds a point of somebody's own choice. */
  addPoint(
    viewer: Viewer,
    sweep: SweepRecord,
    chosen: ChosenPoint,
  ): Promise<{ readonly point: SweepPointRecord; readonly run: RunRecord | null }>
  heartbeat(viewer: Viewer, agentWireId: string, runState: string | null): Promise<HeartbeatAnswer>
  findAgent(sweep: SweepRecord, nameOrId: string): Promise<SweepAgentRecord | null>
  listAgents(sweep: SweepRecord, page: PageRequest): Promise<readonly SweepAgentRecord[]>
  countRunsOfAgent(agent: SweepAgentRecord): Promise<number>
  /** The runs that an agent was given. */
  listRunsOfAgent(
    agent: SweepAgentRecord,
    order: 'oldest-first' | 'newest-first',
    page: PageRequest,
  ): Promise<readonly RunRecord[]>
  listPoints(sweep: SweepRecord, page: PageRequest): Promise<readonly SweepPointRecord[]>
  countRuns(sweep: SweepRecord): Promise<number>
  listPriorRuns(sweep: SweepRecord): Promise<readonly RunRecord[]>
  /** The run with the best value of the metric so far. */
  findBest(sweep: SweepRecord): Promise<{ readonly run: RunRecord; readonly value: number } | null>
  findRun(point: SweepPointRecord): Promise<RunRecord | null>
  /** The metric of the sweep of a point. */
  findMetric(point: SweepPointRecord): Promise<SweepMetric | null>
  /** The item that launched a point. */
  findItem(viewer: Viewer, point: SweepPointRecord): Promise<RunQueueItemRecord | null>
  /** Does what has to be done from time to time. */
  tick(): Promise<void>
}

const SWEEPS_AT_ONCE = 200
const RUNS_AT_ONCE = 10_000

/** Creates the sweep service. */
export function createSweepService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly project: ProjectService
  readonly run: RunService
  readonly history: HistoryService
  readonly runQueue: RunQueueService
  readonly account: AccountService
  readonly job: JobService
  readonly runTimeoutSeconds: number
  readonly log: Log
}): SweepService {
  const { database, clock, project: projects, run: runs, runQueue } = deps
  const configs = createSweepConfigs()
  const values = createMetricValues(deps.history)
  const parts: SweepParts = { database, clock, runs, values, log: deps.log, configs }
  const giver = createPointGiver(parts)
  const earlyStop = createEarlyStop(parts)
  const agents = createSweepAgents(parts, { giver, earlyStop, silenceSeconds: deps.runTimeoutSeconds })
  const writer = createSweepWriter(parts, { projects, runQueue })
  const scheduler = createLaunchScheduler(parts, { account: deps.account, jobs: deps.job, runQueue, giver, earlyStop })
  const rounds = createSerialWork()

  runs.onRunChanged(async ({ run }) => {
    if (run.sweepName === null) return
    const sweep = await store.findSweepByName(database.db, run.projectId, run.sweepName)
    if (sweep === undefined) return
    await noteScheduledRun(parts, sweep, run)
    if (!isLiveState(run.state)) {
      await followRunEnd(parts, sweep, run)
      return giver.endIfComplete(sweep.id)
    }
    if (sweep.state === 'PENDING') {
      await store.updateSweepIn(database.db, sweep.id, ['PENDING'], { state: 'RUNNING', updated_at: clock.now() })
    }
  })
  runs.onRunDeleted((transaction, run) => pointStore.detachRun(transaction, run.id, clock.now()))

  async function stopRuns(viewer: Viewer, sweep: SweepRecord): Promise<void> {
    const place = { projectId: sweep.projectId, sweepName: sweep.name }
    const all = await runs.listOfSweep(database.db, place, { afterId: 0, limit: RUNS_AT_ONCE })
    for (const run of all.filter(({ state }) => isLiveState(state))) await runs.stop(viewer, run)
  }

  /** Two rounds of one sweep at once would only be in each other's way. */
  function follow(sweep: SweepRecord): Promise<void> {
    return rounds.run(sweep.id, async () => {
      try {
        await followScheduler(parts, runQueue, sweep)
        await agents.abandonSilent(sweep)
        await scheduler.follow(sweep)
        await settleSweep(parts, sweep.id)
      } catch (error) {
        deps.log.error({ err: error, sweep: sweep.name }, 'a sweep could not be followed; it is tried again')
      }
    })
  }

  const service: SweepService = {
    configs,
    async find(viewer, project, name) {
      return visible(viewer, await store.findSweepByName(database.db, project.id, name))
    },
    async findOfRun(viewer, run) {
      if (run.sweepName === null) return null
      return visible(viewer, await store.findSweepByName(database.db, run.projectId, run.sweepName))
    },
    async require(viewer, wireId) {
      const id = parseSweepId(wireId)
      const sweep = id === null ? null : visible(viewer, await store.findSweepById(database.db, id))
      if (sweep === null) throw sweepNotFound(wireId)
      return sweep
    },
    list: (project, condition, page) => store.listSweeps(database.db, { projectId: project.id }, condition, page),
    async listOfEntity(viewer, entity, condition, page) {
      if (viewer.entityIds.get(entity.name) !== entity.id) return null
      return store.listSweeps(database.db, { entityId: entity.id }, condition, page)
    },
    count: (project) => store.countSweeps(database.db, project.id),
    async upsert(viewer, input) {
      checkSweepUpsert(input)
      if (input.id === null || input.id === '') return writer.create(viewer, input)
      const before = await service.require(viewer, input.id)
      const written = await writer.update(viewer, before, input)
      const { state } = written.sweep
      if (state !== before.state && (state === 'CANCELED' || state === 'FAILED')) await stopRuns(viewer, written.sweep)
      return written
    },
    async delete(_viewer, sweep) {
      await store.updateSweep(database.db, sweep.id, { deleted_at: clock.now() })
    },
    async createAgent(viewer, agent) {
      const project = await projects.find(viewer, agent.entityName, agent.projectName)
      const sweep = project === null ? null : await service.find(viewer, project, agent.sweep)
      if (sweep === null) throw sweepNotFound(agent.sweep)
      return agents.create(viewer, sweep, agent.host)
    },
    async addPoint(viewer, sweep, chosen) {
      const added = await addChosenPoint(parts, viewer, sweep, chosen)
      if (sweep.launch === null) return added
      await follow(sweep)
      return { ...added, point: (await pointStore.findPoint(database.db, added.point.id)) ?? added.point }
    },
    async heartbeat(viewer, agentWireId, runState) {
      const id = parseSweepAgentId(agentWireId)
      const agent = id === null ? undefined : await agentStore.findAgentById(database.db, id)
      const sweep = agent && visible(viewer, await store.findSweepById(database.db, agent.sweepId))
      if (agent === undefined || sweep === undefined || sweep === null) throw agentNotFound(agentWireId)
      return agents.heartbeat(viewer, agent, sweep, runState)
    },
    async findAgent(sweep, nameOrId) {
      const id = parseSweepAgentId(nameOrId)
      const agent =
        id === null
          ? await agentStore.findAgentByName(database.db, sweep.id, nameOrId)
          : await agentStore.findAgentById(database.db, id)
      return agent?.sweepId === sweep.id ? agent : null
    },
    listAgents: (sweep, page) =>
      agentStore.listAgents(database.db, sweep.id, { afterId: page.after, limit: page.limit }),
    countRunsOfAgent: (agent) => pointStore.countPointsOfAgent(database.db, agent.id),
    async listRunsOfAgent(agent, order, page) {
      const wanted = { order, beyondRunId: page.after, limit: page.limit }
      const ids = await pointStore.listRunIdsOfAgent(database.db, agent.id, wanted)
      const found = await runs.listByRowIds(database.db, ids)
      return order === 'newest-first' ? found.toReversed() : found
    },
    listPoints: (sweep, page) =>
      pointStore.listPoints(database.db, sweep.id, { afterNumber: page.after, limit: page.limit }),
    countRuns: (sweep) => pointStore.countPoints(database.db, sweep.id),
    listPriorRuns: (sweep) => runs.listByRowIds(database.db, sweep.priorRunIds),
    async findBest(sweep) {
      const { metric } = configs.of(sweep)
      if (metric === null) return null
      let best: { readonly run: RunRecord; readonly value: number } | null = null
      const place = { projectId: sweep.projectId, sweepName: sweep.name }
      for (const run of await runs.listOfSweep(database.db, place, { afterId: 0, limit: RUNS_AT_ONCE })) {
        const value = readMetric(run.summary, metric)
        if (value !== null && (best === null || isBetter(value, best.value, metric))) best = { run, value }
      }
      return best
    },
    async findRun(point) {
      return point.runId === null ? null : ((await runs.listByRowIds(database.db, [point.runId]))[0] ?? null)
    },
    async findMetric(point) {
      const sweep = await store.findSweepById(database.db, point.sweepId)
      return sweep === undefined ? null : configs.of(sweep).metric
    },
    async findItem(viewer, point) {
      return point.itemId === null ? null : runQueue.items.findByRowId(viewer, point.itemId)
    },
    async tick() {
      for (let afterId = 0; ;) {
        const sweeps = await store.listSweepsToFollow(database.db, { afterId, limit: SWEEPS_AT_ONCE })
        for (const sweep of sweeps) await follow(sweep)
        const last = sweeps.at(-1)
        if (last === undefined || sweeps.length < SWEEPS_AT_ONCE) return
        afterId = last.id
      }
    },
  }
  return service
}

function visible(viewer: Viewer, sweep: SweepRecord | undefined): SweepRecord | null {
  return sweep !== undefined && viewer.entityIds.get(sweep.entityName) === sweep.entityId ? sweep : null
}

function sweepNotFound(what: string): NotFoundError {
  return new NotFoundError(
    `Cannot find sweep "${what.slice(0, 100)}": it does not exist, or you do not belong to its entity. Check the id.`,
  )
}
