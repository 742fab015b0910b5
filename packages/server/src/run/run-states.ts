import { InvalidInputError } from '@slipway/core'
import type { Transaction } from 'kysely'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database, Tables } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import { isLiveState, toRunState, type RunChange, type RunRecord, type RunState } from './run.ts'
import { runGone } from './run-errors.ts'
import type { RunListeners } from './run-listeners.ts'
import * as store from './run-store.ts'
import { mayChangeState, stateAfterSignals, stateAfterSilence, type RunSignals } from './run-transition.ts'
import { summaryColumns } from './run-upsert.ts'
import { storeRunValues } from './run-value-store.ts'
import { mergeSharedSummary } from './merge-shared.ts'
import { requireSharedWriter } from './shared-writer-store.ts'

const SILENT_RUNS_AT_ONCE = 500
const LAST_WORDS = 5

/** What a file stream request does to its run, applied inside the request's transaction. */
interface StreamedRun {
  readonly isStopRequested: boolean
  /** To be handed to `announce` after the commit; null when the state stayed. */
  readonly change: RunChange | null
  /** Whether the program began an ended run anew and has sent no history line before. */
  readonly isStartingOver: boolean
  /** How far the program's numbers of history lines are above those that are stored. */
  readonly historyShift: number
  /** How many programs beside the first wrote to the run at once without saying so. */
  readonly furtherWriters: number
  /** The row of the program, when it is one of several that write to the run; else null. */
  readonly writerId: number | null
}

/** Moves runs from state to state: what their programs say, what people ask for, and what silence means. */
export interface RunStates {
  /** Asks the program to stop; it learns of it in the answer to its next file stream request. */
  stop(viewer: Viewer, run: RunRecord): Promise<void>
  /** Puts a run into another state. Throws InvalidInputError where that is not allowed. */
  changeState(viewer: Viewer, run: RunRecord, state: string): Promise<void>
  /** Makes a run run on, with the summary that `rewind` makes inside the same transaction. */
  restart(
    run: RunRecord,
    rewind: (transaction: Transaction<Tables>, current: RunRecord) => Promise<string>,
  ): Promise<RunRecord>
  /**
   * Ends a run of which somebody knows that its program is gone: as crashed where it never started, as killed where it
   * had been asked to stop. Any other run stays as it is, until it says so itself or falls silent.
   */
  endLost(run: RunRecord): Promise<void>
  /** Applies what a running program sends to its run. Throws GoneError when the run was deleted in the meantime. */
  applyStream(
    transaction: Transaction<Tables>,
    run: RunRecord,
    signals: RunSignals & { readonly summary: string | null; readonly sharedWriter: string | null },
  ): Promise<StreamedRun>
  /** Notes how far the program's numbers of history lines are above those that are stored. */
  placeHistory(transaction: Transaction<Tables>, run: RunRecord, historyShift: number): Promise<void>
  /** Notes how many programs beside the first write to the run at once without saying so. */
  noteFurtherWriters(transaction: Transaction<Tables>, run: RunRecord, count: number): Promise<void>
  /** Ends the runs of which nothing was heard for too long. Called from time to time. */
  endSilentRuns(): Promise<void>
}

/** Creates what moves runs from state to state. */
export function createRunStates(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly changes: Changes
  readonly runTimeoutSeconds: number
  readonly listeners: RunListeners
}): RunStates {
  const { database, clock, changes, listeners } = deps

  /** Changes the state of a run unless somebody else has changed it since it was read. */
  async function moveTo(run: RunRecord, state: RunState): Promise<void> {
    const change = await database.transaction(async (transaction) => {
      const result = await transaction
        .updateTable('run')
        .set({ state, updated_at: clock.now(), ended_at: isLiveState(state) ? null : clock.now() })
        .where('id', '=', run.id)
        .where('state', '=', run.state)
        .where('heartbeat_at', '=', run.heartbeatAt)
        .executeTakeFirst()
      if (result.numUpdatedRows === 0n) return null
      const after = await store.findRunById(transaction, run.id)
      return after === undefined ? null : { run: after.run, previousState: run.state }
    })
    await listeners.announce(change)
  }

  return {
    async stop(_viewer, run) {
      if (!isLiveState(run.state)) return
      // No program is there yet that could learn of it.
      if (run.state === 'pending') return moveTo(run, 'killed')
      await store.updateRun(database.db, run.id, { stop_requested_at: run.stopRequestedAt ?? clock.now() })
      changes.run(run, 'state')
    },
    async changeState(_viewer, run, text) {
      const state = toRunState(text)
      if (state === null || !mayChangeState(run.state, state)) {
        throw new InvalidInputError(
          `Cannot change run "${run.name}" from "${run.state}" to "${text}": invalid state transition. ` +
            'A run may become pending from running, failed, crashed or preempted, and failed from pending or running.',
        )
      }
      await moveTo(run, state)
    },
    async restart(run, rewind) {
      const change = await database.transaction(async (transaction) => {
        const flags = await store.touchRun(transaction, run.id, clock.now())
        const current = await store.findRunById(transaction, run.id)
        if (flags === undefined || current === undefined) throw runGone(run.name)
        const summary = await rewind(transaction, current.run)
        await store.updateRun(transaction, run.id, {
          ...summaryColumns(summary),
          state: 'running',
          exit_code: null,
          ended_at: null,
          stop_requested_at: null,
          is_starting_over: 0,
          history_shift: 0,
          further_writers: 0,
          updated_at: clock.now(),
        })
        await storeRunValues(transaction, database.dialect, run.id, { config: false, summary: true })
        const after = await store.findRunById(transaction, run.id)
        return { run: after?.run ?? current.run, previousState: flags.state }
      })
      changes.run(change.run, 'summary', 'history')
      if (change.run.state !== change.previousState) await listeners.announce(change)
      return change.run
    },
    async endLost(run) {
      // Its last words may come in meanwhile; they are about the same end.
      for (let attempt = 0; attempt < LAST_WORDS; attempt++) {
        const current = (await store.findRunById(database.db, run.id))?.run
        if (current === undefined || !isLiveState(current.state)) return
        if (current.state === 'pending') await moveTo(current, 'crashed')
        else if (current.stopRequestedAt !== null) await moveTo(current, 'killed')
        else return
      }
    },
    async applyStream(transaction, run, signals) {
      const now = clock.now()
      const flags = await store.touchRun(transaction, run.id, now)
      if (flags === undefined) throw runGone(run.name)
      const { sharedWriter } = signals
      const writer = sharedWriter === null ? null : await requireSharedWriter(transaction, run.id, sharedWriter)
      if (signals.summary !== null) {
        const before = writer === null ? undefined : await store.findRunById(transaction, run.id)
        const summary = before === undefined ? signals.summary : mergeSharedSummary(before.run.summary, signals.summary)
        await store.updateRun(transaction, run.id, { ...summaryColumns(summary), updated_at: now })
        await storeRunValues(transaction, database.dialect, run.id, { config: false, summary: true })
      }
      const state = stateAfterSignals(flags, signals)
      const { isStartingOver, historyShift, furtherWriters } = flags
      const streamed = {
        isStopRequested: flags.stopRequestedAt !== null,
        isStartingOver,
        historyShift,
        furtherWriters,
        writerId: writer?.id ?? null,
      }
      if (state === flags.state) return { ...streamed, change: null }
      const ended = isLiveState(state) ? { ended_at: null } : { ended_at: now, exit_code: signals.completedWith }
      await store.updateRun(transaction, run.id, { state, updated_at: now, ...ended })
      const after = await store.findRunById(transaction, run.id)
      return { ...streamed, change: after === undefined ? null : { run: after.run, previousState: flags.state } }
    },
    placeHistory: (transaction, run, historyShift) =>
      store.updateRun(transaction, run.id, {
        is_starting_over: 0,
        history_shift: historyShift,
        further_writers: 0,
      }),
    noteFurtherWriters: (transaction, run, count) => store.updateRun(transaction, run.id, { further_writers: count }),
    async endSilentRuns() {
      const before = clock.now() - deps.runTimeoutSeconds * 1000
      const silent = await store.listSilentRuns(database.db, before, SILENT_RUNS_AT_ONCE)
      for (const run of silent) await moveTo(run, stateAfterSilence(run))
    },
  }
}
