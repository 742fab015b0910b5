import { sql, type RawBuilder } from 'kysely'
import type { Executor } from '../database/database.ts'
import { jsonRows, type DatabaseDialect } from '../database/dialect.ts'
import type { RunQueueItemRecord, RunQueueItemState } from './run-queue.ts'
import type { ItemAddress } from './wire-id.ts'

function selectItems(db: Executor) {
  return db
    .selectFrom('run_queue_item as item')
    .innerJoin('entity', 'entity.id', 'item.entity_id')
    .innerJoin('app_user', 'app_user.id', 'item.author_id')
    .select([
      'item.id',
      'item.run_queue_id',
      'item.entity_id',
      'entity.name as entity_name',
      'item.project_name',
      'item.state',
      'item.priority',
      'item.job_path',
      'item.job_artifact_id',
      'item.run_name',
      'item.author_id',
      'item.heartbeat_at',
      'app_user.username as author',
      'item.launch_agent_id',
      'item.is_attended',
      'item.leased_at',
      'item.leased_until',
      'item.claimed_at',
      'item.started_at',
      'item.ended_at',
      'item.created_at',
      'item.exit_code',
      'item.reason',
      'item.stage',
      'item.file_paths',
      'item.stop_requested_at',
    ])
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof selectItems>['executeTakeFirstOrThrow']>>

function toItem(row: ItemRow): RunQueueItemRecord {
  return {
    id: row.id,
    runQueueId: row.run_queue_id,
    entityId: row.entity_id,
    entityName: row.entity_name,
    projectName: row.project_name,
    state: row.state as RunQueueItemState,
    priority: row.priority,
    jobPath: row.job_path,
    jobArtifactId: row.job_artifact_id,
    runName: row.run_name,
    authorId: row.author_id,
    author: row.author,
    heartbeatAt: row.heartbeat_at,
    launchAgentId: row.launch_agent_id,
    isAttended: row.is_attended === 1,
    leasedAt: row.leased_at,
    leasedUntil: row.leased_until,
    claimedAt: row.claimed_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    createdAt: row.created_at,
    exitCode: row.exit_code,
    reason: row.reason,
    stage: row.stage,
    filePaths: row.file_paths === null ? null : (JSON.parse(row.file_paths) as readonly string[]),
    stopRequestedAt: row.stop_requested_at,
  }
}

export async function findItem(db: Executor, id: number): Promise<RunQueueItemRecord | undefined> {
  const row = await selectItems(db).where('item.id', '=', id).executeTakeFirst()
  return row && toItem(row)
}

/** Items by row id, in no order. */
export async function listItemsById(
  db: Executor,
  dialect: DatabaseDialect,
  ids: readonly number[],
): Promise<readonly RunQueueItemRecord[]> {
  if (ids.length === 0) return []
  const named = jsonRows(
    dialect,
    ids.map((id) => ({ id })),
    { id: 'long' },
  )
  const rows = await selectItems(db)
    .where(sql<boolean>`item.id in (select named.id from ${named} named)`)
    .execute()
  return rows.map(toItem)
}

/** The newest `limit` items that each of the agents holds, newest first, with how many each holds. */
export async function listHeldItems(
  db: Executor,
  dialect: DatabaseDialect,
  agentIds: readonly number[],
  limit: number,
): Promise<{ readonly items: readonly RunQueueItemRecord[]; readonly counts: ReadonlyMap<number, number> }> {
  if (agentIds.length === 0) return { items: [], counts: new Map() }
  const asked = jsonRows(
    dialect,
    agentIds.map((id) => ({ id })),
    { id: 'long' },
  )
  const { rows } = await sql<{ id: number; agent: number; place: number; total: number }>`
    select * from (
      select id, launch_agent_id as agent, row_number() over (partition by launch_agent_id order by id desc) as place,
        count(*) over (partition by launch_agent_id) as total
      from run_queue_item where state in ('leased', 'claimed')
        and launch_agent_id in (select asked.id from ${asked} asked)
    ) as held where place <= ${limit}`.execute(db)
  const items = await listItemsById(
    db,
    dialect,
    rows.map(({ id }) => id),
  )
  return {
    items: items.toSorted((a, b) => b.id - a.id),
    counts: new Map(rows.map(({ agent, total }) => [agent, total])),
  }
}

/** The item that an item repeats. */
export async function findRetried(db: Executor, id: number): Promise<RunQueueItemRecord | undefined> {
  const row = await selectItems(db)
    .where('item.id', '=', (where) =>
      where.selectFrom('run_queue_item as retry').select('retry.retry_of').where('retry.id', '=', id),
    )
    .executeTakeFirst()
  return row && toItem(row)
}

/** The items that repeat an item, newest first. */
export async function listRetries(db: Executor, id: number, limit: number): Promise<readonly RunQueueItemRecord[]> {
  const rows = await selectItems(db).where('item.retry_of', '=', id).orderBy('item.id', 'desc').limit(limit).execute()
  return rows.map(toItem)
}

/** The item that runs a point of a sweep. */
export async function findItemBySweepPoint(db: Executor, pointId: number): Promise<RunQueueItemRecord | undefined> {
  const row = await selectItems(db).where('item.sweep_point_id', '=', pointId).executeTakeFirst()
  return row && toItem(row)
}

/** The newest item of an entity that was claimed for a run of this name. */
export async function findItemByRun(
  db: Executor,
  run: { readonly entityId: number; readonly projectName: string; readonly name: string },
): Promise<RunQueueItemRecord | undefined> {
  const row = await selectItems(db)
    .where('item.entity_id', '=', run.entityId)
    .where('item.run_name', '=', run.name)
    .where((where) =>
      where.or([where('item.project_name', '=', run.projectName), where('item.project_name', 'is', null)]),
    )
    .orderBy('item.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toItem(row)
}

/** Claimed items after an id whose agent has said nothing since a time, oldest first. */
export async function listSilentItems(
  db: Executor,
  silentSince: number,
  page: { readonly afterId: number; readonly limit: number },
): Promise<readonly RunQueueItemRecord[]> {
  const rows = await selectItems(db)
    .where('item.state', '=', 'claimed')
    .where('item.heartbeat_at', '<=', silentSince)
    .where('item.id', '>', page.afterId)
    .orderBy('item.id')
    .limit(page.limit)
    .execute()
  return rows.map(toItem)
}

/** Whose items to list: those of one queue, those that an agent holds, or all of an entity that a user may see. */
export type ItemFilter = {
  readonly states: readonly string[] | null
  /** The name of the user who launched them. */
  readonly author?: string | null
  readonly job?: JobFilter | null
} & (
  | { readonly queueId: number }
  | { readonly launchAgentId: number }
  | { readonly entityId: number; readonly userId: number; readonly queueName?: string | null }
)

/** A job, or one of its versions. */
export interface JobFilter {
  readonly name: string
  readonly projectName: string | null
  readonly versionIndex: number | null
}

/** Items, newest first, older than `beforeId` where that is not 0. */
export async function listItems(
  db: Executor,
  filter: ItemFilter,
  page: { readonly beforeId: number; readonly limit: number },
): Promise<readonly RunQueueItemRecord[]> {
  let select = selectItems(db).where(matchesFilter(filter)).orderBy('item.id', 'desc').limit(page.limit)
  if (page.beforeId > 0) select = select.where('item.id', '<', page.beforeId)
  return (await select.execute()).map(toItem)
}

export async function countListedItems(db: Executor, filter: ItemFilter): Promise<number> {
  const row = await db
    .selectFrom('run_queue_item as item')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(matchesFilter(filter))
    .executeTakeFirstOrThrow()
  return row.count
}

function matchesFilter(filter: ItemFilter): RawBuilder<boolean> {
  const { states, author = null, job = null } = filter
  const conditions: RawBuilder<boolean>[] = [matchesPlace(filter)]
  if (states !== null) conditions.push(...matchesStates(states))
  if (author !== null) {
    conditions.push(sql`item.author_id = (select id from app_user where username = ${author})`)
  }
  if (job !== null) conditions.push(matchesJob(job))
  return sql`(${sql.join(conditions, sql` and `)})`
}

const OPEN_STATES: readonly RunQueueItemState[] = ['pending', 'leased', 'claimed']
const FINAL_STATES: readonly RunQueueItemState[] = ['finished', 'failed', 'stopped', 'cancelled']

/** The states are written out, and the group that they are of: only then does SQLite use the indexes of that group. */
function matchesStates(states: readonly string[]): readonly RawBuilder<boolean>[] {
  const known = [...OPEN_STATES, ...FINAL_STATES].filter((state) => states.includes(state))
  if (known.length === 0) return [sql`1 = 0`]
  const group = [OPEN_STATES, FINAL_STATES].find((all) => known.every((state) => all.includes(state)))
  return [
    ...(group === undefined ? [] : [sql<boolean>`item.state in (${written(group)})`]),
    sql<boolean>`item.state in (${written(known)})`,
  ]
}

function written(states: readonly string[]): RawBuilder<unknown> {
  return sql.raw(states.map((state) => `'${state}'`).join(', '))
}

function matchesPlace(filter: ItemFilter): RawBuilder<boolean> {
  if ('queueId' in filter) return sql`item.run_queue_id = ${filter.queueId}`
  if ('launchAgentId' in filter) return sql`item.launch_agent_id = ${filter.launchAgentId}`
  const { queueName = null } = filter
  return sql`item.entity_id = ${filter.entityId} and exists (
    select 1 from run_queue where run_queue.id = item.run_queue_id
      and (run_queue.access = 'PROJECT' or run_queue.created_by = ${filter.userId})
      ${queueName === null ? sql`` : sql`and run_queue.name = ${queueName}`})`
}

function matchesJob(job: JobFilter): RawBuilder<boolean> {
  return sql`exists (
    select 1 from artifact
      join artifact_collection on artifact_collection.id = artifact.collection_id
      join project on project.id = artifact_collection.project_id
    where artifact.id = item.job_artifact_id and artifact_collection.name = ${job.name}
      ${job.projectName === null ? sql`` : sql`and project.name = ${job.projectName}`}
      ${job.versionIndex === null ? sql`` : sql`and artifact.version_index = ${job.versionIndex}`})`
}

/** JSON text of the item's merged launch spec. */
export async function readRunSpec(db: Executor, id: number): Promise<string | undefined> {
  const row = await db.selectFrom('run_queue_item').select('run_spec').where('id', '=', id).executeTakeFirst()
  return row?.run_spec
}

/** Whether the launch spec of an item names the run id. */
export async function hasFixedRunId(db: Executor, id: number): Promise<boolean> {
  const row = await db.selectFrom('run_queue_item').select('has_fixed_run_id').where('id', '=', id).executeTakeFirst()
  return row?.has_fixed_run_id === 1
}

/** How and when an item ends. */
export interface ItemEnd {
  readonly state: RunQueueItemState
  readonly reason: string | null
  readonly stage: string | null
  readonly exitCode?: number | null
  readonly filePaths?: readonly string[] | null
  readonly now: number
}

/** Whose items may be ended: those that one agent holds, those whose agent does not say who it is, or all. */
export type ItemHolder = number | 'unattended' | 'anybody'

/** Ends an item that is in one of the given states; false when it is not, or somebody else holds it. */
export async function endItem(
  db: Executor,
  id: number,
  from: readonly RunQueueItemState[],
  end: ItemEnd,
  holder: ItemHolder = 'anybody',
): Promise<boolean> {
  let update = db
    .updateTable('run_queue_item')
    .set({
      state: end.state,
      reason: end.reason,
      stage: end.stage,
      ...(end.exitCode === undefined ? {} : { exit_code: end.exitCode }),
      ...(end.filePaths === undefined ? {} : { file_paths: end.filePaths && JSON.stringify(end.filePaths) }),
      ended_at: end.now,
      leased_until: null,
    })
    .where('id', '=', id)
    .where('state', 'in', from)
  if (holder === 'unattended') update = update.where('is_attended', '=', 0)
  else if (holder !== 'anybody') update = update.where('launch_agent_id', '=', holder)
  return (await update.returning('id').executeTakeFirst()) !== undefined
}

/** Notes that somebody asked to stop a claimed item; false when it is not claimed any more. */
export async function requestStop(db: Executor, id: number, now: number): Promise<boolean> {
  const row = await db
    .updateTable('run_queue_item')
    .set((expression) => ({ stop_requested_at: expression.fn.coalesce('stop_requested_at', expression.val(now)) }))
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes when the process of an item was first heard of. */
export async function markStarted(db: Executor, id: number, at: number): Promise<void> {
  await db
    .updateTable('run_queue_item')
    .set({ started_at: at })
    .where('id', '=', id)
    .where('started_at', 'is', null)
    .execute()
}

/** Ends what a push has put into a queue at the moment of its deletion; answers with that. */
export async function cancelItemsOfDeletedQueues(
  db: Executor,
  deletedSince: number,
  now: number,
): Promise<readonly ItemAddress[]> {
  const rows = await db
    .updateTable('run_queue_item')
    .set({ state: 'cancelled', reason: 'Its run queue was deleted.', ended_at: now, leased_until: null })
    .where('state', '=', 'pending')
    .where('run_queue_id', 'in', (where) =>
      where.selectFrom('run_queue').select('id').where('deleted_at', '>', deletedSince),
    )
    .returning(['id', 'run_queue_id'])
    .execute()
  return rows.map((row) => ({ id: row.id, runQueueId: row.run_queue_id }))
}

/** Ends all items of a queue that wait or are only leased; answers with them. */
export async function cancelWaitingItems(
  db: Executor,
  queueId: number,
  reason: string,
  now: number,
): Promise<readonly ItemAddress[]> {
  const rows = await db
    .updateTable('run_queue_item')
    .set({ state: 'cancelled', reason, ended_at: now, leased_until: null })
    .where('run_queue_id', '=', queueId)
    .where('state', 'in', ['pending', 'leased'])
    .returning('id')
    .execute()
  return rows.map(({ id }) => ({ id, runQueueId: queueId }))
}

const MAX_WARNINGS = 200

/** Keeps a warning about an item; more than the item may have are dropped. */
export async function insertWarning(
  db: Executor,
  warning: { readonly itemId: number; readonly message: string; readonly stage: string | null; readonly now: number },
): Promise<void> {
  const { count } = await db
    .selectFrom('run_queue_item_warning')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('item_id', '=', warning.itemId)
    .executeTakeFirstOrThrow()
  if (count >= MAX_WARNINGS) return
  await db
    .insertInto('run_queue_item_warning')
    .values({ item_id: warning.itemId, message: warning.message, stage: warning.stage, created_at: warning.now })
    .execute()
}

export async function listWarnings(
  db: Executor,
  itemId: number,
): Promise<readonly { readonly message: string; readonly stage: string | null; readonly createdAt: number }[]> {
  const rows = await db
    .selectFrom('run_queue_item_warning')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ message: row.message, stage: row.stage, createdAt: row.created_at }))
}
