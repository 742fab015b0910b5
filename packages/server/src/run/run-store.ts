import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely'
import type { Executor } from '../database/database.ts'
import { forUpdate, type DatabaseDialect } from '../database/dialect.ts'
import { toRunState, type RunRecord, type RunState } from './run.ts'
import { inPlace, listRunIds, type RunPageRequest, type RunSelection } from './run-page.ts'
import type { RunTables } from './run-tables.ts'
import type { RunPlace } from './run-value-lookup.ts'

const IDS_AT_ONCE = 500

/** Runs with the names of their project and entity, deleted ones included. */
function selectRuns(db: Executor) {
  return db
    .selectFrom('run')
    .innerJoin('project', 'project.id', 'run.project_id')
    .innerJoin('entity', 'entity.id', 'project.entity_id')
    .selectAll('run')
    .select(['project.name as project_name', 'project.entity_id as entity_id', 'entity.name as entity_name'])
}

type RunRow = Awaited<ReturnType<ReturnType<typeof selectRuns>['executeTakeFirstOrThrow']>>

/** A run as stored: `deletedAt` tells a deleted one, of which only the name lives on. */
export interface StoredRun {
  readonly run: RunRecord
  readonly deletedAt: number | null
}

function toRun(row: RunRow): RunRecord {
  return {
    id: row.id,
    projectId: row.project_id,
    projectName: row.project_name,
    entityId: row.entity_id,
    entityName: row.entity_name,
    name: row.name,
    displayName: row.display_name,
    description: row.description,
    notes: row.notes,
    state: toRunState(row.state) ?? 'crashed',
    config: row.config,
    summary: row.summary,
    tags: JSON.parse(row.tags) as readonly string[],
    groupName: row.group_name,
    jobType: row.job_type,
    commit: row.commit_hash,
    host: row.host,
    program: row.program,
    repo: row.repo,
    sweepName: row.sweep_name,
    userId: row.user_id,
    jobArtifactId: row.job_artifact_id,
    exitCode: row.exit_code,
    heartbeatAt: row.heartbeat_at,
    stopRequestedAt: row.stop_requested_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    endedAt: row.ended_at,
    historyShift: row.history_shift,
  }
}

function toStored(row: RunRow | undefined): StoredRun | undefined {
  return row && { run: toRun(row), deletedAt: row.deleted_at }
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
    .returning(['state', 'stop_requested_at', 'is_starting_over', 'history_shift'])
    .executeTakeFirst()
  return (
    row && {
      state: toRunState(row.state) ?? 'crashed',
      stopRequestedAt: row.stop_requested_at,
      isStartingOver: row.is_starting_over === 1,
      historyShift: row.history_shift,
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

export async function countRuns(db: Executor, place: RunPlace, condition: RawBuilder<boolean> | null): Promise<number> {
  const conditions = condition === null ? [inPlace(place)] : [inPlace(place), condition]
  const { rows } = await sql<{ readonly count: number }>`select count(*) as count from run
    where ${sql.join(conditions, sql` and `)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Whose runs to list: those launched from any version of a job, newest first, older than `beforeId` where that is not 0. */
export interface RunsOfJobVersions {
  readonly collectionId: number
  readonly entityIds: readonly number[]
  readonly beforeId: number
  readonly limit: number
}

/** SQLite takes at most 500 parts in one statement. */
const MAX_PARTS = 100

/** Answers each question with its runs, for a page of jobs with one statement: a part for each reads its own few rows. */
export async function listRunsOfJobVersions(
  db: Executor,
  questions: readonly RunsOfJobVersions[],
): Promise<readonly (readonly RunRecord[])[]> {
  const answers: RunRecord[][] = questions.map(() => [])
  for (let from = 0; from < questions.length; from += MAX_PARTS) {
    const [first, ...rest] = questions
      .slice(from, from + MAX_PARTS)
      .flatMap((question, index) => (question.entityIds.length === 0 ? [] : [selectPart(db, question, from + index)]))
    if (first === undefined) continue
    const rows = await rest.reduce((query, part) => query.unionAll(part), first).execute()
    for (const { part, ...row } of rows) answers[part]?.push(toRun(row))
  }
  return answers.map((runs) => runs.toSorted((one, other) => other.id - one.id))
}

function selectPart(db: Executor, question: RunsOfJobVersions, part: number) {
  let query = selectRuns(db)
    .select(sql<number>`${sql.lit(part)}`.as('part'))
    .where('run.job_artifact_id', 'in', (where) =>
      where.selectFrom('artifact').select('artifact.id').where('artifact.collection_id', '=', question.collectionId),
    )
    .where('run.deleted_at', 'is', null)
    .where('project.entity_id', 'in', question.entityIds)
    .orderBy('run.id', 'desc')
    .limit(question.limit)
  if (question.beforeId > 0) query = query.where('run.id', '<', question.beforeId)
  // SQLite takes an order and a limit only inside of a subquery.
  return db.selectFrom(query.as('runs')).selectAll()
}

/** Runs launched from a job version before a given id (0 for the newest), newest first. */
export async function listRunsOfJob(
  db: Executor,
  artifactId: number,
  entityIds: readonly number[],
  page: { readonly beforeId: number; readonly limit: number },
): Promise<readonly RunRecord[]> {
  if (entityIds.length === 0) return []
  let query = selectRuns(db)
    .where('run.job_artifact_id', '=', artifactId)
    .where('run.deleted_at', 'is', null)
    .where('project.entity_id', 'in', entityIds)
    .orderBy('run.id', 'desc')
    .limit(page.limit)
  if (page.beforeId > 0) query = query.where('run.id', '<', page.beforeId)
  return (await query.execute()).map(toRun)
}
