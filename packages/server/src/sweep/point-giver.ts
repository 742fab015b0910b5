import {
  ConflictError,
  isJsonObject,
  pointToTree,
  seededRandom,
  suggestPoint,
  unwrapTree,
  type JsonObject,
  type SweepConfig,
} from '@slipway/core'
import type { Transaction } from 'kysely'
import type { Viewer } from '../account/account.ts'
import type { Executor, Tables } from '../database/database.ts'
import type { RunChange, RunRecord } from '../run/run.ts'
import { nextScheduled, noteScheduled } from './local-controller.ts'
import { countPoints, insertPoint, listOpenPoints, MOST_POINTS, updatePoint } from './point-store.ts'
import { readTriedPoints } from './read-trials.ts'
import { createSerialWork } from './serial-work.ts'
import { exhaustSweep } from './settle-sweep.ts'
import { isActiveState, type SweepAgentRecord, type SweepPointRecord, type SweepRecord } from './sweep.ts'
import { newSweepRun } from './sweep-run.ts'
import { runCapReached } from './sweep-state.ts'
import type { SweepParts } from './sweep-parts.ts'
import * as store from './sweep-store.ts'

/** Who takes a point: an agent, for which a run is made, or the server, which launches it. */
export interface PointTaker {
  readonly viewer: Viewer
  /** Null: the server launches the point. */
  readonly agent: SweepAgentRecord | null
  /** The most points that may be open at once; left out for no limit. */
  readonly maxOpen?: number
}

/** What a taker gets. */
export type TakenPoint =
  | {
      readonly kind: 'point'
      readonly point: SweepPointRecord
      readonly run: RunRecord | null
      /** True: its run has begun already, on a machine that was taken away. */
      readonly isResumed: boolean
    }
  /** No further point will come. */
  | { readonly kind: 'exhausted' }
  /** None now: the sweep is paused or over, or its controller has not chosen yet. */
  | { readonly kind: 'none' }

/** Hands out the points of sweeps. Whoever asks, at whichever server: no two get the same point. */
export interface PointGiver {
  take(sweepId: number, taker: PointTaker): Promise<TakenPoint>
  /**
   * Ends a sweep whose last point is over, where it is certain that no further one will come: its grid is whole, or its cap
   * is reached. An agent that was told how many points to run does not ask again.
   */
  endIfComplete(sweepId: number): Promise<void>
}

/** Two servers that chose from the same state try again; more than this many times in a row is no coincidence. */
const MOST_ATTEMPTS = 100

/** A point that is to be written down, chosen from the state in which the sweep's next point had this number. */
interface Choice {
  readonly number: number
  readonly tree: JsonObject
  readonly source: 'search' | 'controller'
  readonly controllerKey: string | null
}

/** Creates the giver. */
export function createPointGiver(parts: SweepParts): PointGiver {
  const { database, clock, runs, configs } = parts
  const serial = createSerialWork()

  async function takeOnce(sweepId: number, taker: PointTaker): Promise<TakenPoint | 'again'> {
    const sweep = await store.findSweepById(database.db, sweepId)
    if (sweep === undefined || !isActiveState(sweep.state)) return { kind: 'none' }
    const waiting = (await listOpenPoints(database.db, sweepId, MOST_POINTS)).find(({ state }) => state === 'waiting')
    if (waiting !== undefined) {
      const isResumed = await startAnew(taker.viewer, waiting)
      const taken = await give(sweep, taker, waiting)
      return taken !== 'again' && taken.kind === 'point' ? { ...taken, isResumed } : taken
    }
    if (await isFull(database.db, sweep, taker)) return { kind: 'none' }
    if (sweep.exhausted !== null) return { kind: 'exhausted' }
    const choice = await choose(sweep)
    if (choice === 'none') return { kind: 'none' }
    if (!('tree' in choice)) {
      await exhaustSweep(parts, sweep, choice.reason)
      return { kind: 'exhausted' }
    }
    return give(sweep, taker, choice)
  }

  /** A run that was preempted waits for its program again, before anybody is told to start it. */
  async function startAnew(viewer: Viewer, { runId }: SweepPointRecord): Promise<boolean> {
    const [run] = runId === null ? [] : await runs.listByRowIds(database.db, [runId])
    if (run?.state !== 'preempted') return false
    await runs.changeState(viewer, run, 'pending')
    return true
  }

  async function choose(sweep: SweepRecord): Promise<Choice | { readonly reason: string } | 'none'> {
    const config = configs.of(sweep)
    const number = sweep.nextNumber
    const given = await countPoints(database.db, sweep.id)
    if (config.runCap !== null && given >= config.runCap) return { reason: runCapReached(config.runCap) }
    if (given >= MOST_POINTS) return { reason: `It has ${MOST_POINTS} points, the most that a sweep may have.` }
    if (config.hasLocalController) {
      const scheduled = nextScheduled(sweep)
      if (scheduled === null) return 'none'
      if (scheduled.args === null) return { reason: 'Its controller has no further point.' }
      return { number, tree: unwrapTree(scheduled.args), source: 'controller', controllerKey: scheduled.id }
    }
    if (config.method === 'custom' || hasLocalScheduler(config)) return 'none'
    return search(sweep, config, number)
  }

  /** Looks at little until there is a reason to search once more. */
  async function isMaybeComplete(sweep: SweepRecord): Promise<boolean> {
    // Whoever launches the points asks for the next one until it is told that there is none.
    if (!isActiveState(sweep.state) || sweep.launch !== null || sweep.schedulerItemId !== null) return false
    const { method, runCap, hasLocalController } = configs.of(sweep)
    if (hasLocalController || (method !== 'grid' && runCap === null)) return false
    if ((await listOpenPoints(database.db, sweep.id, 1)).length > 0) return false
    const count = await countPoints(database.db, sweep.id)
    return count > 0 && (method === 'grid' || (runCap !== null && count >= runCap))
  }

  async function search(
    sweep: SweepRecord,
    config: SweepConfig,
    number: number,
  ): Promise<Choice | { readonly reason: string }> {
    const { trials } = await readTriedPoints(parts, sweep, config)
    const point = suggestPoint(config, trials, seededRandom(`${sweep.seed} ${number}`))
    if (point === null) return { reason: 'All points of its grid were tried.' }
    return { number, tree: pointToTree(config.parameters, point), source: 'search', controllerKey: null }
  }

  async function give(
    seen: SweepRecord,
    taker: PointTaker,
    chosen: SweepPointRecord | Choice,
  ): Promise<TakenPoint | 'again'> {
    const outcome = await database.transaction(async (transaction) => {
      const sweep = await store.lockSweep(transaction, database.dialect, seen.id)
      if (sweep === undefined || !isActiveState(sweep.state)) return null
      if (sweep.nextNumber !== seen.nextNumber || sweep.controller !== seen.controller) return 'again'
      if (await isFull(transaction, sweep, taker)) return null
      if ('state' in chosen) return giveWaiting(transaction, sweep, taker, chosen)
      const made = await makeRun(transaction, sweep, taker, chosen.tree, null)
      const point = await insertPoint(transaction, {
        ...chosen,
        sweepId: sweep.id,
        displayName: null,
        state: taker.agent === null ? 'launched' : 'given',
        reason: null,
        runId: made?.run.id ?? null,
        agentId: taker.agent?.id ?? null,
        endedAt: null,
        now: clock.now(),
      })
      await store.updateSweep(transaction, sweep.id, {
        next_number: sweep.nextNumber + 1,
        ...started(sweep, clock.now()),
        ...(chosen.controllerKey === null
          ? {}
          : { scheduler: noteScheduled(sweep.scheduler, chosen.controllerKey, made?.run.name ?? '') }),
      })
      return { point, run: made?.run ?? null, change: made?.change ?? null }
    })
    if (outcome === 'again') return outcome
    if (outcome === null) return { kind: 'none' }
    await runs.announce(outcome.change)
    return { kind: 'point', point: outcome.point, run: outcome.run, isResumed: false }
  }

  async function giveWaiting(
    transaction: Transaction<Tables>,
    sweep: SweepRecord,
    taker: PointTaker,
    waiting: SweepPointRecord,
  ): Promise<
    { readonly point: SweepPointRecord; readonly run: RunRecord | null; readonly change: RunChange | null } | 'again'
  > {
    const [current] = (await listOpenPoints(transaction, sweep.id, MOST_POINTS)).filter(({ id }) => id === waiting.id)
    if (current?.state !== 'waiting') return 'again'
    const known = current.runId === null ? [] : await runs.listByRowIds(transaction, [current.runId])
    const made =
      known[0] === undefined
        ? await makeRun(transaction, sweep, taker, current.tree, current.displayName)
        : { run: known[0], change: null }
    const state = taker.agent === null ? 'launched' : 'given'
    await updatePoint(transaction, current.id, {
      state,
      run_id: made?.run.id ?? null,
      sweep_agent_id: taker.agent?.id ?? null,
    })
    await store.updateSweep(transaction, sweep.id, started(sweep, clock.now()))
    const point = { ...current, state, runId: made?.run.id ?? null, agentId: taker.agent?.id ?? null } as const
    return { point, run: made?.run ?? null, change: made?.change ?? null }
  }

  async function makeRun(
    transaction: Transaction<Tables>,
    sweep: SweepRecord,
    taker: PointTaker,
    tree: JsonObject,
    displayName: string | null,
  ): Promise<{ readonly run: RunRecord; readonly change: RunChange | null } | null> {
    return taker.agent === null
      ? null
      : runs.upsertWithin(transaction, taker.viewer, newSweepRun(sweep, tree, displayName))
  }

  return {
    async endIfComplete(sweepId) {
      const sweep = await store.findSweepById(database.db, sweepId)
      if (sweep === undefined || !(await isMaybeComplete(sweep))) return
      const choice = await choose(sweep)
      if (choice !== 'none' && 'reason' in choice) await exhaustSweep(parts, sweep, choice.reason)
    },
    take: (sweepId, taker) =>
      serial.run(sweepId, async () => {
        for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
          const taken = await takeOnce(sweepId, taker)
          if (taken !== 'again') return taken
        }
        throw new ConflictError('Cannot give out a point of the sweep: too many ask at once. Ask again in a moment.')
      }),
  }
}

/** Tells whether a program at the user's machine enqueues the points. Source: wandb client, sweep-scheduler. */
function hasLocalScheduler({ source }: SweepConfig): boolean {
  const scheduler = source['scheduler']
  return scheduler !== undefined && isJsonObject(scheduler) && typeof scheduler['engine'] === 'string'
}

/** What changes of a sweep when it gives out a point. */
function started(
  sweep: SweepRecord,
  now: number,
): { readonly state: string; readonly reason: null; readonly updated_at: number } {
  return { state: 'RUNNING', reason: null, updated_at: now }
}

/** Looked at while the sweep is held: two servers together must not launch more than one may. */
async function isFull(transaction: Executor, sweep: SweepRecord, { maxOpen }: PointTaker): Promise<boolean> {
  if (maxOpen === undefined) return false
  const open = await listOpenPoints(transaction, sweep.id, MOST_POINTS)
  return open.filter(({ state }) => state === 'launched').length >= maxOpen
}
