import { KnownError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import type { JobService } from '../job/job-service.ts'
import { completeJobPath } from '../run-queue/launchable-job.ts'
import { isFinalItemState, type RunQueueItemRecord } from '../run-queue/run-queue.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import { formatItemId } from '../run-queue/wire-id.ts'
import type { EarlyStop } from './early-stop.ts'
import { buildPointSpec, requestPoint } from './point-launch.ts'
import type { PointGiver } from './point-giver.ts'
import { listOpenPoints, listPoints, MOST_POINTS, updatePoint } from './point-store.ts'
import { settleSweep } from './settle-sweep.ts'
import { parseSweepLaunch, type SweepLaunchRecord } from './sweep-launch.ts'
import type { SweepParts } from './sweep-parts.ts'
import * as store from './sweep-store.ts'
import { isActiveState, isEndState, type SweepPointRecord, type SweepRecord } from './sweep.ts'

/**
 * Launches the points of sweeps from inside the server. It keeps nothing: each round looks at what is stored, so a server
 * that starts again goes on, and of several servers each can do any of the work. That no point is queued twice is
 * the database's doing: an item's point is unique.
 */
export interface LaunchScheduler {
  /** One round for a sweep: follows its items, stops bad runs, and queues points until enough of them wait or run. */
  follow(sweep: SweepRecord): Promise<void>
}

export interface LaunchSchedulerDeps {
  readonly account: AccountService
  readonly jobs: Pick<JobService, 'findVersion'>
  readonly runQueue: RunQueueService
  readonly giver: PointGiver
  readonly earlyStop: EarlyStop
}

/** When so many points have failed and none has finished, the program is at fault. Source: wandb client, initial failures. */
const MOST_INITIAL_FAILURES = 5
/** An item in one of these states has run with its inputs, or will. */
const LAUNCHED_STATES: ReadonlySet<string> = new Set(['pending', 'leased', 'claimed', 'finished'])

/** Creates the scheduler. */
export function createLaunchScheduler(parts: SweepParts, deps: LaunchSchedulerDeps): LaunchScheduler {
  const { database, clock, runs } = parts
  const { runQueue } = deps

  async function followItems(sweep: SweepRecord): Promise<void> {
    const open = (await listOpenPoints(database.db, sweep.id, MOST_POINTS)).filter(({ itemId }) => itemId !== null)
    const items = await runQueue.items.listByRowIds(open.flatMap(({ itemId }) => (itemId === null ? [] : [itemId])))
    const byId = new Map(items.map((item) => [item.id, item]))
    for (const point of open) {
      const item = point.itemId === null ? undefined : byId.get(point.itemId)
      if (item !== undefined) await followItem(sweep, point, item)
    }
  }

  async function followItem(sweep: SweepRecord, point: SweepPointRecord, item: RunQueueItemRecord): Promise<void> {
    const run =
      point.runId !== null || item.runName === null
        ? null
        : await runs.findInProject(database.db, sweep.projectId, item.runName)
    const isOver = isFinalItemState(item.state)
    if (run === null && !isOver) return
    await updatePoint(database.db, point.id, {
      ...(run === null ? {} : { run_id: run.id }),
      ...(isOver ? { ended_at: clock.now(), reason: item.state === 'finished' ? null : describeEnd(item) } : {}),
    })
  }

  async function findEarlier(
    viewer: Viewer,
    sweep: SweepRecord,
    launch: SweepLaunchRecord,
    point: SweepPointRecord,
  ): Promise<RunQueueItemRecord | null> {
    if (!launch.skipLaunched || point.source === 'chosen') return null
    const place = { entity: sweep.entityName, project: sweep.projectName }
    const job = await deps.jobs.findVersion(viewer, completeJobPath(launch.job, place))
    if (job === null) return null
    const { overrides } = buildPointSpec(sweep, launch, point)
    const [items = []] = await runQueue.launches.earlier.find(viewer, job, [overrides], 20)
    return items.find(({ state }) => LAUNCHED_STATES.has(state)) ?? null
  }

  /** Queues a point that is written down; answers with why it could not be. */
  async function queuePoint(
    viewer: Viewer,
    sweep: SweepRecord,
    launch: SweepLaunchRecord,
    point: SweepPointRecord,
  ): Promise<string | null> {
    const known = await runQueue.items.findBySweepPoint(point.id)
    if (known !== null) {
      await updatePoint(database.db, point.id, { item_id: known.id })
      return null
    }
    try {
      const earlier = await findEarlier(viewer, sweep, launch, point)
      if (earlier !== null) {
        await skipPoint(sweep, point, earlier)
        return null
      }
      const spec = buildPointSpec(sweep, launch, point)
      const request = await requestPoint(runQueue.queues, viewer, launch, sweep, spec)
      const { item } = await runQueue.launches.push(viewer, { ...request, sweepPointId: point.id })
      await updatePoint(database.db, point.id, { item_id: item.id })
      return null
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      const other = await runQueue.items.findBySweepPoint(point.id)
      if (other === null) {
        await updatePoint(database.db, point.id, { state: 'refused', reason: error.message, ended_at: clock.now() })
        return point.source === 'chosen' ? null : error.message
      }
      await updatePoint(database.db, point.id, { item_id: other.id })
      return null
    }
  }

  async function skipPoint(sweep: SweepRecord, point: SweepPointRecord, earlier: RunQueueItemRecord): Promise<void> {
    const run =
      earlier.runName === null || earlier.projectName !== sweep.projectName
        ? null
        : await runs.findInProject(database.db, sweep.projectId, earlier.runName)
    await updatePoint(database.db, point.id, {
      state: 'skipped',
      reason: `Item ${formatItemId(earlier)} had exactly these inputs.`,
      item_id: earlier.id,
      run_id: run?.id ?? null,
      ended_at: clock.now(),
    })
  }

  async function queuePoints(viewer: Viewer, sweep: SweepRecord, launch: SweepLaunchRecord): Promise<string | null> {
    const open = await listOpenPoints(database.db, sweep.id, MOST_POINTS)
    for (const point of open.filter(({ state, itemId }) => state === 'launched' && itemId === null)) {
      const refusal = await queuePoint(viewer, sweep, launch, point)
      if (refusal !== null) return refusal
    }
    for (let count = 0; count < MOST_POINTS; count++) {
      const taken = await deps.giver.take(sweep.id, { viewer, agent: null, maxOpen: launch.maxItems })
      if (taken.kind !== 'point') return null
      const refusal = await queuePoint(viewer, sweep, launch, taken.point)
      if (refusal !== null) return refusal
    }
    return null
  }

  async function stopBadRuns(viewer: Viewer, sweep: SweepRecord): Promise<void> {
    for (const run of await deps.earlyStop.find(sweep)) {
      await runs.stop(viewer, run)
      const item = await runQueue.items.findByRun(viewer, run)
      if (item !== null) await runQueue.items.cancel(viewer, formatItemId(item))
    }
  }

  async function findFault(sweep: SweepRecord): Promise<string | null> {
    const points = await listPoints(database.db, sweep.id, { afterNumber: 0, limit: 2 * MOST_INITIAL_FAILURES })
    const ended = points.filter(({ endedAt, state }) => endedAt !== null && state === 'launched')
    const items = await runQueue.items.listByRowIds(ended.flatMap(({ itemId }) => (itemId === null ? [] : [itemId])))
    const failed = items.filter(({ state }) => state === 'failed').toSorted((a, b) => a.id - b.id)
    const last = failed.at(-1)
    if (last === undefined || failed.length < MOST_INITIAL_FAILURES || failed.length < ended.length) return null
    return `Its first ${failed.length} points all failed. ${describeEnd(last)}`
  }

  async function fail(sweep: SweepRecord, reason: string): Promise<void> {
    const now = clock.now()
    await store.updateSweepIn(database.db, sweep.id, ['PENDING', 'RUNNING', 'PAUSED'], {
      state: 'FAILED',
      reason,
      ended_at: now,
      updated_at: now,
    })
  }

  /** Takes back what waits, and where the sweep was cancelled or has failed also what runs. */
  async function endItems(viewer: Viewer, sweep: SweepRecord): Promise<void> {
    const open = await listOpenPoints(database.db, sweep.id, MOST_POINTS)
    for (const point of open) {
      const item =
        point.itemId === null ? await runQueue.items.findBySweepPoint(point.id) : await itemOf(viewer, point.itemId)
      if (item === null) {
        await updatePoint(database.db, point.id, {
          ended_at: clock.now(),
          reason: 'The sweep ended before it was queued.',
        })
      } else if (item.stopRequestedAt === null && (item.state !== 'claimed' || sweep.state !== 'FINISHED')) {
        await updatePoint(database.db, point.id, { item_id: item.id })
        await runQueue.items.cancel(viewer, formatItemId(item))
      }
    }
  }

  const itemOf = (viewer: Viewer, id: number): Promise<RunQueueItemRecord | null> =>
    runQueue.items.findByRowId(viewer, id)

  return {
    async follow(sweep) {
      if (sweep.launch === null) return
      await followItems(sweep)
      const viewer = await deps.account.findViewer(sweep.userId)
      if (viewer === null || viewer.entityIds.get(sweep.entityName) !== sweep.entityId) {
        await fail(sweep, `Who made it does not belong to "${sweep.entityName}" any more.`)
        return
      }
      if (isEndState(sweep.state)) {
        await endItems(viewer, sweep)
        return
      }
      await stopBadRuns(viewer, sweep)
      const launch = parseSweepLaunch(sweep.launch)
      const fault = isActiveState(sweep.state)
        ? ((await findFault(sweep)) ?? (await queuePoints(viewer, sweep, launch)))
        : null
      if (fault !== null) await fail(sweep, fault)
      await settleSweep(parts, sweep.id)
    },
  }
}

function describeEnd(item: RunQueueItemRecord): string {
  const id = formatItemId(item)
  return `Item ${id} is ${item.state}${item.reason === null ? '.' : `: ${item.reason}`}`
}
