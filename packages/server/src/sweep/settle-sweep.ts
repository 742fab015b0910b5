import { readMetric, reachesTarget } from './metric-value.ts'
import type { Executor } from '../database/database.ts'
import { endPointsOfRun, listOpenPoints, MOST_POINTS, putBackPointOfRun } from './point-store.ts'
import { isLiveState, type RunRecord } from '../run/run.ts'
import { isActiveState, isEndState, type SweepPointRecord, type SweepRecord } from './sweep.ts'
import type { SweepParts } from './sweep-parts.ts'
import * as store from './sweep-store.ts'

/**
 * Ends what has ended: points whose runs are over, and the sweep itself once no further point comes and none is open. Called
 * when a run ends, when the search is exhausted, and from time to time, since a server may stop between the two.
 */
export async function settleSweep(parts: SweepParts, sweepId: number): Promise<void> {
  const { database, clock, runs } = parts
  if (!(await hasNews(parts, sweepId))) return
  await database.transaction(async (transaction) => {
    const sweep = await store.lockSweep(transaction, database.dialect, sweepId)
    if (sweep === undefined) return
    const open = await listOpenPoints(transaction, sweepId, MOST_POINTS)
    const over = await listEndedRuns(transaction, runs, open)
    const preempted = isResumable(sweep) ? over.filter(({ state }) => state === 'preempted') : []
    for (const run of preempted) await putBackPointOfRun(transaction, run.id)
    const ended = over.filter((run) => !preempted.includes(run))
    for (const run of ended) await endPointsOfRun(transaction, run.id, clock.now())
    if (sweep.exhausted === null || !isActiveState(sweep.state) || ended.length < open.length) return
    await store.updateSweep(transaction, sweepId, {
      state: 'FINISHED',
      reason: sweep.exhausted,
      ended_at: clock.now(),
      updated_at: clock.now(),
    })
  })
}

/** Looks without holding the sweep: most of the time nothing has ended. */
async function hasNews({ database, runs }: SweepParts, sweepId: number): Promise<boolean> {
  const sweep = await store.findSweepById(database.db, sweepId)
  if (sweep === undefined) return false
  const open = await listOpenPoints(database.db, sweepId, MOST_POINTS)
  if (open.length === 0) return sweep.exhausted !== null && isActiveState(sweep.state)
  const waiting = new Set(open.flatMap(({ runId, state }) => (runId === null || state !== 'waiting' ? [] : [runId])))
  const over = await listEndedRuns(database.db, runs, open)
  return over.some(({ id, state }) => state !== 'preempted' || !waiting.has(id) || !isResumable(sweep))
}

async function listEndedRuns(
  db: Executor,
  runs: SweepParts['runs'],
  open: readonly SweepPointRecord[],
): Promise<readonly RunRecord[]> {
  // The end of an item is that of its point: it says more, and comes after that of the run.
  const ids = open.flatMap(({ runId, itemId }) => (runId === null || itemId !== null ? [] : [runId]))
  return (await runs.listByRowIds(db, ids)).filter(({ state }) => !isLiveState(state))
}

/** Tells whether a run that lost its machine goes on with another agent. Launched ones are queued anew by their agents. */
function isResumable(sweep: SweepRecord): boolean {
  return !isEndState(sweep.state) && sweep.launch === null && sweep.schedulerItemId === null
}

/** Notes that no further point comes, and why. The sweep finishes when its open points have ended. */
export async function exhaustSweep(parts: SweepParts, sweep: SweepRecord, reason: string): Promise<void> {
  if (sweep.exhausted === null) {
    await store.updateSweep(parts.database.db, sweep.id, { exhausted: reason, updated_at: parts.clock.now() })
  }
  await settleSweep(parts, sweep.id)
}

/** Follows the end of a run: it may have reached the target, or have been the last one. */
export async function followRunEnd(parts: SweepParts, sweep: SweepRecord, run: RunRecord): Promise<void> {
  const { metric } = parts.configs.of(sweep)
  const value = metric === null || run.state !== 'finished' ? null : readMetric(run.summary, metric)
  if (metric !== null && value !== null && reachesTarget(value, metric) && isActiveState(sweep.state)) {
    const reason = `Run "${run.name}" reached the target of ${metric.name}: ${value}.`
    return exhaustSweep(parts, sweep, reason)
  }
  return settleSweep(parts, sweep.id)
}
