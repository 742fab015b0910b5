import type { Transaction } from 'kysely'
import type { Tables } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { Log } from '../log.ts'
import type { RunChange, RunRecord } from './run.ts'
import { formatRunId } from './run-id.ts'

/** Called after a change of a run's state is durable. */
type RunChangeListener = (change: RunChange) => void | Promise<void>
/** Called inside the transaction that deletes a run, to delete what belongs to it. */
type RunDeletionListener = (transaction: Transaction<Tables>, run: RunRecord) => Promise<void>
/** Called inside the transaction that begins an ended run anew, to delete what it logged. */
type RunRestartListener = RunDeletionListener
/** Called inside the transaction that moves a run to another project. */
type RunMoveListener = (
  transaction: Transaction<Tables>,
  move: { readonly before: RunRecord; readonly after: RunRecord },
) => Promise<void>
/** Called inside the transaction that makes a run. */
type RunCreationListener = (transaction: Transaction<Tables>, run: RunRecord) => Promise<void>

/** How other domains follow what happens to runs. */
export interface RunListening {
  /** Tells the listeners of a change that is durable now. */
  announce(change: RunChange | null): Promise<void>
  onRunChanged(listener: RunChangeListener): void
  onRunDeleted(listener: RunDeletionListener): void
  onRunCreated(listener: RunCreationListener): void
  onRunStartedOver(listener: RunRestartListener): void
  onRunMoved(listener: RunMoveListener): void
}

/** The same for those who make things happen to runs. */
export interface RunListeners extends RunListening {
  whileCreated: RunCreationListener
  whileDeleted: RunDeletionListener
  whileStartedOver: RunRestartListener
  whileMoved: RunMoveListener
}

/** Creates the lists of those who follow runs. */
export function createRunListeners({ changes, log }: { readonly changes: Changes; readonly log: Log }): RunListeners {
  const changed: RunChangeListener[] = []
  const startedOver: RunRestartListener[] = []
  const created: RunCreationListener[] = []
  const moved: RunMoveListener[] = []
  const deleted: RunDeletionListener[] = []

  return {
    async announce(change) {
      if (change === null) return
      changes.run(change.run, change.previousState === null ? 'created' : 'state')
      for (const listener of changed) {
        try {
          await listener(change)
        } catch (error) {
          // The change is durable already: whoever could not follow it must not fail the one who made it.
          log.error({ err: error, run: formatRunId(change.run) }, 'a listener failed to follow a run')
        }
      }
    },
    onRunChanged: (listener) => void changed.push(listener),
    onRunStartedOver: (listener) => void startedOver.push(listener),
    onRunMoved: (listener) => void moved.push(listener),
    onRunCreated: (listener) => void created.push(listener),
    onRunDeleted: (listener) => void deleted.push(listener),
    async whileCreated(transaction, run) {
      for (const listener of created) await listener(transaction, run)
    },
    async whileDeleted(transaction, run) {
      for (const listener of deleted) await listener(transaction, run)
    },
    async whileMoved(transaction, move) {
      for (const listener of moved) await listener(transaction, move)
    },
    async whileStartedOver(transaction, run) {
      for (const listener of startedOver) await listener(transaction, run)
    },
  }
}
