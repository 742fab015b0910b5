import type { Insertable, Updateable } from 'kysely'
import type { Executor } from '../database/database.ts'
import { forUpdate, type DatabaseDialect } from '../database/dialect.ts'
import { toRunState, type RunRecord, type RunState } from './run.ts'
import { listRunIds, type RunPageRequest, type RunSelection } from './run-page.ts'
import { selectRuns, toRun, type RunRow } from './run-row.ts'
import type { RunTables } from './run-tables.ts'
import type { RunPlace } from './run-value-lookup.ts'

const IDS_AT_ONCE = 500

/** A run as stored: `deletedAt` tells a deleted one, of which only the name lives on. */
export interface StoredRun {
  readonly run: RunRecord
  readonly deletedAt: number | null
}

export async function findRunById(db: Executor, id: number): Promise<StoredRun | undefined> {
  return toStored(await selectRuns(db).where('run.id', '=', id).executeTakeFirst())
}

/** The runs of these ids, in their order. */
export async function findRunsByIds(db: Executor, ids: readonly number[]): Promise<readonly (StoredRun | undefined)[]> {
  const rows = await selectRuns(db)
    .where('run.id', 'in', [...new Set(ids)])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, toStored(row)]))
  return ids.map((id) => byId.get(id))
}

export async function findRunByName(db: Executor, projectId: number, name: string): Promise<StoredRun | undefined> {
  return toStored(
    await selectRuns(db).where('run.project_id', '=', projectId).where('run.name', '=', name).executeTakeFirst(),
  )
}

export async function findRunByAddress(
  db: Executor,
  address: { readonly entityId: number; readonly projectName: string; readonly name: string },
): Promise<StoredRun | undefined> {
  return toStored(
    await selectRuns(db)
      .where('project.entity_id', '=', address.entityId)
      .where('project.name', '=', address.projectName)
      .where('run.name', '=', address.name)
      .executeTakeFirst(),
  )
}

function toStored(row: RunRow | undefined): StoredRun | undefined {
  return row && { run: toRun(row), deletedAt: row.deleted_at }
}

/** The next number of a project's runs. Two runs made at the same moment may get the same one; it only makes names. */
export async function nextRunNumber(db: Executor, projectId: number): Promise<number> {
  const last = await db
    .selectFrom('run')
    .select('number')
    .where('project_id', '=', projectId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}

/** Adds a run unless one of that name is there already; answers with its id, or undefined. */
export async function insertRun(db: Executor, row: Insertable<RunTables['run']>): Promise<number | undefined> {
  const inserted = await db
    .insertInto('run')
    .values(row)
    .onConflict((conflict) => conflict.columns(['project_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export async function updateRun(db: Executor, id: number, change: Updateable<RunTables['run']>): Promise<void> {
  await db.updateTable('run').set(change).where('id', '=', id).execute()
}

/** Puts a run, which has to be of the same entity, into another project. */
export async function moveRun(
  db: Executor,
  id: number,
  to: { readonly projectId: number; readonly number: number; readonly now: number },
): Promise<void> {
  await updateRun(db, id, { project_id: to.projectId, number: to.number, updated_at: to.now })
  await db.updateTable('run_value').set({ project_id: to.projectId }).where('run_id', '=', id).execute()
}

/** What a running program's traffic is judged by. */
export interface RunFlags {
  readonly state: RunState
  readonly stopRequestedAt: number | null
  /** Whether the program began an ended run anew and has sent no history line yet. */
  readonly isStartingOver: boolean
  readonly historyShift: number
  readonly furtherWriters: number
}

/**
 * Notes a sign of life and takes the run's row lock until the end of the transaction, so that the writers of one run
 * follow each other. Answers with undefined when the run is not there or deleted.
 */
export async function touchRun(db: Executor, id: number, now: number): Promise<RunFlags | undefined> {
  const row = await db
    .updateTable('run')
    .set({ heartbeat_at: now })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning(['state', 'stop_requested_at', 'is_starting_over', 'history_shift', 'further_writers'])
    .executeTakeFirst()
  return (
    row && {
      state: toRunState(row.state) ?? 'crashed',
      stopRequestedAt: row.stop_requested_at,
      isStartingOver: row.is_starting_over === 1,
      historyShift: row.history_shift,
      furtherWriters: row.further_writers,
    }
  )
}

/** Takes the lock that `touchRun` takes, without a sign of life. Tells whether there is such a run that is not deleted. */
export async function lockRun(db: Executor, dialect: DatabaseDialect, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('run')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .modifyEnd(forUpdate(dialect))
    .executeTakeFirst()
  return row !== undefined
}

/** Runs that should be alive and have given no sign since, oldest first. */
export async function listSilentRuns(db: Executor, before: number, limit: number): Promise<readonly RunRecord[]> {
  const rows = await selectRuns(db)
    .where('run.state', 'in', ['running', 'preempting'])
    .where('run.heartbeat_at', '<', before)
    .where('run.deleted_at', 'is', null)
    .orderBy('run.heartbeat_at')
    .limit(limit)
    .execute()
  return rows.map(toRun)
}

/** Runs of a sweep that are not deleted, oldest first. */
export async function listRunsOfSweep(
  db: Executor,
  sweep: { readonly projectId: number; readonly sweepName: string },
  page: { readonly afterId: number; readonly limit: number },
): Promise<readonly RunRecord[]> {
  const rows = await selectRuns(db)
    .where('run.project_id', '=', sweep.projectId)
    .where('run.sweep_name', '=', sweep.sweepName)
    .where('run.deleted_at', 'is', null)
    .where('run.id', '>', page.afterId)
    .orderBy('run.id')
    .limit(page.limit)
    .execute()
  return rows.map(toRun)
}

/** Runs by id that are not deleted, oldest first. */
export async function listRunsById(db: Executor, ids: readonly number[]): Promise<readonly RunRecord[]> {
  const runs: RunRecord[] = []
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const rows = await selectRuns(db)
      .where('run.id', 'in', ids.slice(start, start + IDS_AT_ONCE))
      .where('run.deleted_at', 'is', null)
      .orderBy('run.id')
      .execute()
    runs.push(...rows.map(toRun))
  }
  return runs
}

/** Runs of a project or of all projects of an entity that come after the run of a given id in the order asked for. */
export async function listRuns(
  db: Executor,
  place: RunPlace,
  selection: RunSelection,
  page: RunPageRequest,
): Promise<readonly RunRecord[]> {
  const ids = await listRunIds(db, place, selection, page)
  if (ids.length === 0) return []
  const rows = await selectRuns(db).where('run.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? []).map(toRun)
}
