import { ConflictError, GoneError, InvalidInputError, NotFoundError } from '@slipway/core'
import type { Transaction } from 'kysely'
import type { EntityRecord, Viewer } from '../account/account.ts'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database, Executor, Tables } from '../database/database.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { Aspect } from '../live/aspect.ts'
import type { Changes } from '../live/changes.ts'
import type { Log } from '../log.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { ProjectService } from '../project/project-service.ts'
import { isLiveState, toRunState, type RunAlertRecord, type RunChange, type RunRecord, type RunState } from './run.ts'
import { formatRunId, makeRunName, parseRunId } from './run-id.ts'
import { readRunCondition, readRunSelection } from './run-search.ts'
import * as store from './run-store.ts'
import { storeRunValues, storeValuesOfOldRuns } from './run-value-store.ts'
import { mayChangeState, stateAfterSignals, stateAfterSilence, type RunSignals } from './run-transition.ts'
import { changedRunRow, checkRunUpsert, newRunRow, startsOver, summaryColumns, type RunUpsert } from './run-upsert.ts'

const SILENT_RUNS_AT_ONCE = 500
const LAST_WORDS = 5
/** Few, so that nobody waits long behind one round. */
const OLD_RUNS_AT_ONCE = 50

/** Called after a change of a run's state is durable. */
type RunChangeListener = (change: RunChange) => void | Promise<void>
/** Called inside the transaction that deletes a run, to delete what belongs to it. */
type RunDeletionListener = (transaction: Transaction<Tables>, run: RunRecord) => Promise<void>
/** Called inside the transaction that begins an ended run anew, to delete what it logged. */
type RunRestartListener = RunDeletionListener
/** Called inside the transaction that makes a run. */
type RunCreationListener = (transaction: Transaction<Tables>, run: RunRecord) => Promise<void>

/** An alert that a program raises. */
interface RunAlert {
  readonly title: string
  readonly text: string
  readonly severity: string
  readonly waitNanoseconds: number | null
}

/** What a file stream request does to its run, applied inside the request's transaction. */
interface StreamedRun {
  readonly isStopRequested: boolean
  /** To be handed to `announce` after the commit; null when the state stayed. */
  readonly change: RunChange | null
  /** Whether the program began an ended run anew and has sent no history line before. */
  readonly isStartingOver: boolean
  /** How far the program's numbers of history lines are above those that are stored. */
  readonly historyShift: number
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

/** Runs of the entities that a viewer is in. A run that is deleted or not the viewer's to see is as good as absent. */
export interface RunService {
  find(viewer: Viewer, project: ProjectRecord, name: string): Promise<RunRecord | null>
  /** Without names: the viewer's own entity, and the project of runs that name none. */
  findByName(
    viewer: Viewer,
    entityName: string | null,
    projectName: string | null,
    name: string,
  ): Promise<RunRecord | null>
  /** Runs of a project that match the filters, in the order asked for, both as the client writes them. */
  list(
    viewer: Viewer,
    project: ProjectRecord,
    selection: { readonly filters: string | null; readonly order: string | null },
    page: PageRequest,
  ): Promise<readonly RunRecord[]>
  /** The same for all projects of an entity; null when the viewer is not in it. */
  listOfEntity(
    viewer: Viewer,
    entity: EntityRecord,
    selection: { readonly filters: string | null; readonly order: string | null },
    page: PageRequest,
  ): Promise<readonly RunRecord[] | null>
  count(viewer: Viewer, project: ProjectRecord, filters: string | null): Promise<number>
  findById(viewer: Viewer, wireId: string): Promise<RunRecord | null>
  findByRowId(viewer: Viewer, id: number, executor?: Executor): Promise<RunRecord | null>
  /** A run of a project inside a transaction, for callers that have authorised the project. */
  findInProject(executor: Executor, projectId: number, name: string): Promise<RunRecord | null>
  /** Tells whether a run of this row id exists and is not deleted, for callers that were authorised otherwise. */
  isThere(executor: Executor, id: number): Promise<boolean>
  /**
   * Takes a run's lock until the end of the transaction: whoever changes what belongs to the run waits. Answers false when
   * the run is not there or deleted.
   */
  lock(executor: Executor, id: number): Promise<boolean>
  /** The run to write to. Throws NotFoundError, or GoneError when it was deleted. */
  requireWritable(viewer: Viewer, entityName: string, projectName: string, name: string): Promise<RunRecord>
  /** Makes a run or changes one. Throws GoneError when a run of this name was deleted. */
  upsert(viewer: Viewer, input: RunUpsert): Promise<{ readonly run: RunRecord; readonly isNew: boolean }>
  /** The same inside a transaction of the caller's, who hands the change to `announce` after the commit. */
  upsertWithin(transaction: Transaction<Tables>, viewer: Viewer, input: RunUpsert): Promise<UpsertedRun>
  /** The runs of a sweep, oldest first, for callers that have authorised the project. */
  listOfSweep(
    executor: Executor,
    sweep: { readonly projectId: number; readonly sweepName: string },
    page: { readonly afterId: number; readonly limit: number },
  ): Promise<readonly RunRecord[]>
  /** Runs by row id, for callers that were authorised otherwise; deleted ones are left out. */
  listByRowIds(executor: Executor, ids: readonly number[]): Promise<readonly RunRecord[]>
  /**
   * Ends a run of which somebody knows that its program is gone: as crashed where it never started, as killed where it
   * had been asked to stop. Any other run stays as it is, until it says so itself or falls silent.
   */
  endLost(run: RunRecord): Promise<void>
  /** Asks the program to stop; it learns of it in the answer to its next file stream request. */
  stop(viewer: Viewer, run: RunRecord): Promise<void>
  /** Puts a run into another state. Throws InvalidInputError where that is not allowed. */
  changeState(viewer: Viewer, run: RunRecord, state: string): Promise<void>
  /** Makes a run run on, with the summary that `rewind` makes inside the same transaction. */
  restart(
    run: RunRecord,
    rewind: (transaction: Transaction<Tables>, current: RunRecord) => Promise<string>,
  ): Promise<RunRecord>
  /** Deletes a run by its id on the wire; one that is deleted already stays so. Throws NotFoundError. */
  delete(viewer: Viewer, wireId: string): Promise<void>
  addAlert(viewer: Viewer, run: RunRecord, alert: RunAlert): Promise<void>
  /** The alerts of a run, newest first, from before an id on (0 for the newest). */
  listAlerts(
    run: RunRecord,
    page: { readonly beforeId: number; readonly limit: number },
  ): Promise<readonly RunAlertRecord[]>
  /** Notes which job version a run was launched from. */
  recordJobVersion(run: RunRecord, artifactId: number, executor?: Executor): Promise<void>
  /** Runs launched from a job version, oldest first. */
  listByJobVersion(viewer: Viewer, artifactId: number, page: PageRequest): Promise<readonly RunRecord[]>
  /** Runs launched from any version of a job, given as its collection, newest first. */
  listByJob(
    viewer: Viewer,
    collectionId: number,
    page: { readonly beforeId: number; readonly limit: number },
  ): Promise<readonly RunRecord[]>
  /** Applies what a running program sends to its run. Throws GoneError when the run was deleted in the meantime. */
  applyStream(
    transaction: Transaction<Tables>,
    run: RunRecord,
    signals: RunSignals & { readonly summary: string | null },
  ): Promise<StreamedRun>
  /** Notes how far the program's numbers of history lines are above those that are stored. */
  placeHistory(transaction: Transaction<Tables>, run: RunRecord, historyShift: number): Promise<void>
  /** Tells the listeners of a change that is durable now. */
  announce(change: RunChange | null): Promise<void>
  onRunChanged(listener: RunChangeListener): void
  onRunDeleted(listener: RunDeletionListener): void
  onRunCreated(listener: RunCreationListener): void
  onRunStartedOver(listener: RunRestartListener): void
  /** Ends the runs of which nothing was heard for too long. Called from time to time. */
  endSilentRuns(): Promise<void>
  /** Takes in the values of runs that are older than the table of values. Called from time to time. */
  storeOldValues(): Promise<void>
}

/** Creates the run service. */
export function createRunService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly project: ProjectService
  readonly runTimeoutSeconds: number
  readonly log: Log
  readonly changes: Changes
}): RunService {
  const { database, clock, project: projects, log, changes } = deps
  const findById = createBatch((ids: readonly number[]) => store.findRunsByIds(database.db, ids))
  const listByJob = createBatch((questions: readonly store.RunsOfJobVersions[]) =>
    store.listRunsOfJobVersions(database.db, questions),
  )
  const changeListeners: RunChangeListener[] = []
  const restartListeners: RunRestartListener[] = []
  const creationListeners: RunCreationListener[] = []
  const deletionListeners: RunDeletionListener[] = []

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
    await service.announce(change)
  }

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
      if (known === undefined) throw notFound(input.id)
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
    if (stored !== undefined) for (const listener of creationListeners) await listener(transaction, stored.run)
    return stored
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
        return toUpserted(await finishCreation(transaction, id), null, target.name)
      }
      known = await store.findRunByName(transaction, target.projectId, target.name)
    }
    if (known === undefined) throw new ConflictError(`Cannot store run "${target.name}": try again.`)
    if (known.deletedAt !== null) throw gone(target.name)
    if (startsOver(input, known.run)) for (const listener of restartListeners) await listener(transaction, known.run)
    const changed = changedRunRow(input, known.run, clock.now())
    await store.updateRun(transaction, known.run.id, changed)
    await storeRunValues(transaction, database.dialect, known.run.id, {
      config: 'config' in changed,
      summary: 'summary' in changed,
    })
    return toUpserted(await store.findRunById(transaction, known.run.id), known.run, target.name)
  }

  const service: RunService = {
    async find(viewer, project, name) {
      return visible(viewer, await store.findRunByName(database.db, project.id, name))
    },
    async findByName(viewer, entityName, projectName, name) {
      const project = await projects.find(viewer, entityName, projectName)
      return project === null ? null : service.find(viewer, project, name)
    },
    async list(_viewer, project, selection, page) {
      const place = { entityId: project.entityId, projectId: project.id }
      return store.listRuns(database.db, place, await readRunSelection(database, place, selection), page)
    },
    async listOfEntity(viewer, entity, selection, page) {
      if (viewer.entityIds.get(entity.name) !== entity.id) return null
      const place = { entityId: entity.id, projectId: null }
      return store.listRuns(database.db, place, await readRunSelection(database, place, selection), page)
    },
    async count(_viewer, project, filters) {
      const place = { entityId: project.entityId, projectId: project.id }
      return store.countRuns(database.db, place, await readRunCondition(database, place, filters))
    },
    async storeOldValues() {
      let count = OLD_RUNS_AT_ONCE
      while (count === OLD_RUNS_AT_ONCE) {
        count = await database.transaction((transaction) =>
          storeValuesOfOldRuns(transaction, database.dialect, OLD_RUNS_AT_ONCE),
        )
      }
    },
    async findById(viewer, wireId) {
      const address = parseRunId(wireId)
      return address === null ? null : service.findByName(viewer, address.entityName, address.projectName, address.name)
    },
    async findByRowId(viewer, id, executor) {
      return visible(viewer, await (executor === undefined ? findById(id) : store.findRunById(executor, id)))
    },
    async findInProject(executor, projectId, name) {
      const stored = await store.findRunByName(executor, projectId, name)
      return stored === undefined || stored.deletedAt !== null ? null : stored.run
    },
    async isThere(executor, id) {
      return (await store.findRunById(executor, id))?.deletedAt === null
    },
    lock: (executor, id) => store.lockRun(executor, database.dialect, id),
    async requireWritable(viewer, entityName, projectName, name) {
      const entityId = viewer.entityIds.get(entityName)
      const stored =
        entityId === undefined ? undefined : await store.findRunByAddress(database.db, { entityId, projectName, name })
      if (stored === undefined) throw notFound(`${entityName}/${projectName}/${name}`)
      if (stored.deletedAt !== null) throw gone(name)
      return stored.run
    },
    async upsert(viewer, input) {
      checkRunUpsert(input)
      const { run, isNew, before, change } = await database.transaction((transaction) =>
        write(transaction, viewer, input),
      )
      changes.run(run, ...changedAspects(input, before, run))
      await service.announce(change)
      return { run, isNew }
    },
    upsertWithin(transaction, viewer, input) {
      checkRunUpsert(input)
      return write(transaction, viewer, input)
    },
    listOfSweep: (executor, sweep, page) => store.listRunsOfSweep(executor, sweep, page),
    listByRowIds: (executor, ids) => store.listRunsById(executor, ids),
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
        if (flags === undefined || current === undefined) throw gone(run.name)
        const summary = await rewind(transaction, current.run)
        await store.updateRun(transaction, run.id, {
          ...summaryColumns(summary),
          state: 'running',
          exit_code: null,
          ended_at: null,
          stop_requested_at: null,
          is_starting_over: 0,
          history_shift: 0,
          updated_at: clock.now(),
        })
        await storeRunValues(transaction, database.dialect, run.id, { config: false, summary: true })
        const after = await store.findRunById(transaction, run.id)
        return { run: after?.run ?? current.run, previousState: flags.state }
      })
      changes.run(change.run, 'summary', 'history')
      if (change.run.state !== change.previousState) await service.announce(change)
      return change.run
    },
    async delete(viewer, wireId) {
      const stored = await findDeletedToo(viewer, wireId)
      if (stored === undefined) throw notFound(wireId)
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
        await store.deleteRunAlerts(transaction, run.id)
        await storeRunValues(transaction, database.dialect, run.id, { config: true, summary: true })
        for (const listener of deletionListeners) await listener(transaction, run)
      })
      changes.run(run, 'deleted')
      if (isLiveState(run.state)) await service.announce({ run: { ...run, state: 'killed' }, previousState: run.state })
    },
    async addAlert(_viewer, run, alert) {
      await store.insertRunAlert(database.db, {
        run_id: run.id,
        title: alert.title,
        text: alert.text,
        severity: alert.severity,
        wait_nanoseconds: alert.waitNanoseconds,
        created_at: clock.now(),
      })
      changes.run(run, 'alerts')
    },
    listAlerts: (run, page) => store.listRunAlerts(database.db, run.id, page),
    recordJobVersion: (run, artifactId, executor = database.db) =>
      store.updateRun(executor, run.id, { job_artifact_id: artifactId }),
    listByJobVersion: (viewer, artifactId, page) =>
      store.listRunsOfJob(database.db, artifactId, [...viewer.entityIds.values()], page),
    listByJob: (viewer, collectionId, page) =>
      listByJob({ collectionId, entityIds: [...viewer.entityIds.values()], ...page }),
    async applyStream(transaction, run, signals) {
      const now = clock.now()
      const flags = await store.touchRun(transaction, run.id, now)
      if (flags === undefined) throw gone(run.name)
      if (signals.summary !== null) {
        await store.updateRun(transaction, run.id, { ...summaryColumns(signals.summary), updated_at: now })
        await storeRunValues(transaction, database.dialect, run.id, { config: false, summary: true })
      }
      const state = stateAfterSignals(flags, signals)
      const { isStartingOver, historyShift } = flags
      const streamed = { isStopRequested: flags.stopRequestedAt !== null, isStartingOver, historyShift }
      if (state === flags.state) return { ...streamed, change: null }
      const ended = isLiveState(state) ? { ended_at: null } : { ended_at: now, exit_code: signals.completedWith }
      await store.updateRun(transaction, run.id, { state, updated_at: now, ...ended })
      const after = await store.findRunById(transaction, run.id)
      return { ...streamed, change: after === undefined ? null : { run: after.run, previousState: flags.state } }
    },
    placeHistory: (transaction, run, historyShift) =>
      store.updateRun(transaction, run.id, { is_starting_over: 0, history_shift: historyShift }),
    async announce(change) {
      if (change === null) return
      changes.run(change.run, change.previousState === null ? 'created' : 'state')
      for (const listener of changeListeners) {
        try {
          await listener(change)
        } catch (error) {
          // The change is durable already: whoever could not follow it must not fail the one who made it.
          log.error({ err: error, run: formatRunId(change.run) }, 'a listener failed to follow a run')
        }
      }
    },
    onRunChanged: (listener) => void changeListeners.push(listener),
    onRunStartedOver: (listener) => void restartListeners.push(listener),
    onRunCreated: (listener) => void creationListeners.push(listener),
    onRunDeleted: (listener) => void deletionListeners.push(listener),
    async endSilentRuns() {
      const before = clock.now() - deps.runTimeoutSeconds * 1000
      const silent = await store.listSilentRuns(database.db, before, SILENT_RUNS_AT_ONCE)
      for (const run of silent) await moveTo(run, stateAfterSilence(run))
    },
  }
  return service
}

function changedAspects(input: RunUpsert, before: RunRecord | null, after: RunRecord): readonly Aspect[] {
  if (before === null) return ['created']
  if (startsOver(input, before)) return ['config', 'summary', 'history', 'events', 'log']
  return after.summary === before.summary ? ['config'] : ['config', 'summary']
}

function toUpserted(stored: store.StoredRun | undefined, before: RunRecord | null, name: string): UpsertedRun {
  if (stored === undefined) throw notFound(name)
  const { run } = stored
  const change = before?.state === run.state ? null : { run, previousState: before?.state ?? null }
  return { run, isNew: before === null, before, change }
}

function visible(viewer: Viewer, stored: store.StoredRun | undefined): RunRecord | null {
  return stored !== undefined && stored.deletedAt === null && viewer.entityIds.has(stored.run.entityName)
    ? stored.run
    : null
}

function notFound(what: string): NotFoundError {
  return new NotFoundError(
    `Cannot find run "${what.slice(0, 300)}": it does not exist, or you do not belong to its entity. Check the name.`,
  )
}

function gone(name: string): GoneError {
  return new GoneError(`Cannot use run "${name}": it was deleted. Choose another run id.`)
}
