import { ConflictError } from '@slipway/core'
import type { Transaction } from 'kysely'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database, Executor, Tables } from '../database/database.ts'
import type { Aspect } from '../live/aspect.ts'
import type { Changes } from '../live/changes.ts'
import type { ProjectService } from '../project/project-service.ts'
import { isLiveState, type RunChange, type RunRecord } from './run.ts'
import { runGone, runNotFound } from './run-errors.ts'
import { makeRunName, parseRunId } from './run-id.ts'
import type { RunListeners } from './run-listeners.ts'
import * as alerts from './run-alert-store.ts'
import * as store from './run-store.ts'
import { changedRunRow, checkRunUpsert, isShared, newRunRow, startsOver, type RunUpsert } from './run-upsert.ts'
import { storeRunValues, storeValuesOfOldRuns } from './run-value-store.ts'
import { requireSharedWriter } from './shared-writer-store.ts'

/** Few, so that nobody waits long behind one round. */
const OLD_RUNS_AT_ONCE = 50

/** An alert that a program raises. */
interface RunAlert {
  readonly title: string
  readonly text: string
  readonly severity: string
  readonly waitNanoseconds: number | null
}

/** What an upsert made of a run. */
interface UpsertedRun {
  readonly run: RunRecord
  readonly isNew: boolean
  /** As it was before; null for a new one. */
  readonly before: RunRecord | null
  /** Null where the state stayed. */
  readonly change: RunChange | null
}

/** Makes runs, changes what they say of themselves, and deletes them. */
export interface RunWriter {
  /** Makes a run or changes one. Throws GoneError when a run of this name was deleted. */
  upsert(viewer: Viewer, input: RunUpsert): Promise<{ readonly run: RunRecord; readonly isNew: boolean }>
  /** The same inside a transaction of the caller's, who hands the change to `announce` after the commit. */
  upsertWithin(transaction: Transaction<Tables>, viewer: Viewer, input: RunUpsert): Promise<UpsertedRun>
  /** Deletes a run by its id on the wire; one that is deleted already stays so. Throws NotFoundError. */
  delete(viewer: Viewer, wireId: string): Promise<void>
  /** Adds an alert, unless one of the same title came within the time that it names. Source: wandb client, `run.alert`. */
  addAlert(viewer: Viewer, run: RunRecord, alert: RunAlert): Promise<void>
  /** Notes which job version a run was launched from. */
  recordJobVersion(run: RunRecord, artifactId: number, executor?: Executor): Promise<void>
  /** Takes in the values of runs that are older than the table of values. Called from time to time. */
  storeOldValues(): Promise<void>
}

/** Creates the writer. */
export function createRunWriter(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly project: ProjectService
  readonly changes: Changes
  readonly listeners: RunListeners
}): RunWriter {
  const { database, clock, project: projects, changes, listeners } = deps

  async function locate(
    transaction: Transaction<Tables>,
    viewer: Viewer,
    input: RunUpsert,
  ): Promise<{ readonly projectId: number; readonly name: string; readonly known: store.StoredRun | undefined }> {
    if (input.id !== null) {
      const address = parseRunId(input.id)
      const entityId = address === null ? undefined : viewer.entityIds.get(address.entityName)
      const known =
        address === null || entityId === undefined
          ? undefined
          : await store.findRunByAddress(transaction, { ...address, entityId })
      if (known === undefined) throw runNotFound(input.id)
      return { projectId: known.run.projectId, name: known.run.name, known }
    }
    const { project } = await projects.ensure(viewer, input.entityName, input.projectName, transaction)
    const name = input.name === null || input.name === '' ? makeRunName() : input.name
    return { projectId: project.id, name, known: await store.findRunByName(transaction, project.id, name) }
  }

  async function findDeletedToo(viewer: Viewer, wireId: string): Promise<store.StoredRun | undefined> {
    const address = parseRunId(wireId)
    const entityId = address === null ? undefined : viewer.entityIds.get(address.entityName)
    if (address === null || entityId === undefined) return undefined
    return store.findRunByAddress(database.db, { ...address, entityId })
  }

  async function finishCreation(transaction: Transaction<Tables>, id: number): Promise<store.StoredRun | undefined> {
    const stored = await store.findRunById(transaction, id)
    if (stored !== undefined) await listeners.whileCreated(transaction, stored.run)
    return stored
  }

  /** Notes a program that writes to a run together with others, under the run's lock; tells whether it is a further one. */
  async function noteWriter(transaction: Transaction<Tables>, runId: number, input: RunUpsert): Promise<boolean> {
    const { sharedWriter = null } = input
    if (sharedWriter === null) return false
    if (!(await store.lockRun(transaction, database.dialect, runId))) return false
    return (await requireSharedWriter(transaction, runId, sharedWriter)).isNew
  }

  async function write(transaction: Transaction<Tables>, viewer: Viewer, input: RunUpsert): Promise<UpsertedRun> {
    const target = await locate(transaction, viewer, input)
    let known = target.known
    if (known === undefined) {
      const number = await store.nextRunNumber(transaction, target.projectId)
      const row = newRunRow(input, { ...target, number, userId: viewer.user.id, now: clock.now() })
      const id = await store.insertRun(transaction, row)
      if (id !== undefined) {
        await storeRunValues(transaction, database.dialect, id, { config: true, summary: true })
        await noteWriter(transaction, id, input)
        return toUpserted(await finishCreation(transaction, id), null, target.name)
      }
      known = await store.findRunByName(transaction, target.projectId, target.name)
    }
    const isJoining = known !== undefined && (await noteWriter(transaction, known.run.id, input))
    if (known !== undefined && startsOver(input, known.run))
      await store.lockRun(transaction, database.dialect, known.run.id)
    // What several programs send is put together, and of two that begin at once only the first begins the run anew: it is
    // read again now that the others have to wait.
    if (known !== undefined && (isShared(input) || startsOver(input, known.run)))
      known = await store.findRunById(transaction, known.run.id)
    if (known === undefined) throw new ConflictError(`Cannot store run "${target.name}": try again.`)
    if (known.deletedAt !== null) throw runGone(target.name)
    if (startsOver(input, known.run)) await listeners.whileStartedOver(transaction, known.run)
    const changed = changedRunRow(input, known.run, { now: clock.now(), isJoining })
    await store.updateRun(transaction, known.run.id, changed)
    await storeRunValues(transaction, database.dialect, known.run.id, {
      config: 'config' in changed,
      summary: 'summary' in changed,
    })
    return toUpserted(await store.findRunById(transaction, known.run.id), known.run, target.name)
  }

  return {
    async upsert(viewer, input) {
      checkRunUpsert(input)
      const { run, isNew, before, change } = await database.transaction((transaction) =>
        write(transaction, viewer, input),
      )
      changes.run(run, ...changedAspects(input, before, run))
      await listeners.announce(change)
      return { run, isNew }
    },
    upsertWithin(transaction, viewer, input) {
      checkRunUpsert(input)
      return write(transaction, viewer, input)
    },
    async delete(viewer, wireId) {
      const stored = await findDeletedToo(viewer, wireId)
      if (stored === undefined) throw runNotFound(wireId)
      // The client repeats what it got no answer to.
      if (stored.deletedAt !== null) return
      const { run } = stored
      await database.transaction(async (transaction) => {
        await store.updateRun(transaction, run.id, {
          deleted_at: clock.now(),
          config: '{}',
          strict_config: null,
          summary: '{}',
          strict_summary: null,
        })
        await alerts.deleteRunAlerts(transaction, run.id)
        await storeRunValues(transaction, database.dialect, run.id, { config: true, summary: true })
        await listeners.whileDeleted(transaction, run)
      })
      changes.run(run, 'deleted')
      if (isLiveState(run.state))
        await listeners.announce({ run: { ...run, state: 'killed' }, previousState: run.state })
    },
    async addAlert(_viewer, run, alert) {
      const isNew = await database.transaction(async (transaction) => {
        if (!(await store.lockRun(transaction, database.dialect, run.id))) throw runGone(run.name)
        const now = clock.now()
        const since = now - (alert.waitNanoseconds ?? 0) / 1e6
        if (await alerts.hasAlertSince(transaction, run.id, { title: alert.title, since })) return false
        await alerts.insertRunAlert(transaction, {
          run_id: run.id,
          title: alert.title,
          text: alert.text,
          severity: alert.severity,
          wait_nanoseconds: alert.waitNanoseconds,
          created_at: now,
        })
        return true
      })
      if (isNew) changes.run(run, 'alerts')
    },
    recordJobVersion: (run, artifactId, executor = database.db) =>
      store.updateRun(executor, run.id, { job_artifact_id: artifactId }),
    async storeOldValues() {
      let count = OLD_RUNS_AT_ONCE
      while (count === OLD_RUNS_AT_ONCE) {
        count = await database.transaction((transaction) =>
          storeValuesOfOldRuns(transaction, database.dialect, OLD_RUNS_AT_ONCE),
        )
      }
    },
  }
}

function changedAspects(input: RunUpsert, before: RunRecord | null, after: RunRecord): readonly Aspect[] {
  if (before === null) return ['created']
  if (startsOver(input, before)) return ['config', 'summary', 'history', 'events', 'log']
  return after.summary === before.summary ? ['config'] : ['config', 'summary']
}

function toUpserted(stored: store.StoredRun | undefined, before: RunRecord | null, name: string): UpsertedRun {
  if (stored === undefined) throw runNotFound(name)
  const { run } = stored
  const change = before?.state === run.state ? null : { run, previousState: before?.state ?? null }
  return { run, isNew: before === null, before, change }
}
