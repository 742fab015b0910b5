import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { jsonRows, type DatabaseDialect } from '../database/dialect.ts'
import { matchesFilter, type ItemFilter } from './item-filter.ts'
import type { RunQueueItemRecord, RunQueueItemState } from './run-queue.ts'

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

/** Has the items of a run name the project that it is in now, so that each still finds the other. */
export async function followMovedRun(
  db: Executor,
  run: { readonly entityId: number; readonly projectName: string; readonly name: string },
  projectName: string,
): Promise<void> {
  await db
    .updateTable('run_queue_item')
    .set({ project_name: projectName })
    .where('entity_id', '=', run.entityId)
    .where('run_name', '=', run.name)
    .where((where) => where.or([where('project_name', '=', run.projectName), where('project_name', 'is', null)]))
    .execute()
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
