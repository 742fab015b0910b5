import { parseJson } from '@slipway/core'
import type { Insertable, RawBuilder, Updateable } from 'kysely'
import type { Executor } from '../database/database.ts'
import { forUpdate, type DatabaseDialect } from '../database/dialect.ts'
import { SWEEP_STATES, type SweepRecord } from './sweep.ts'
import type { SweepTables } from './sweep-tables.ts'

function selectSweeps(db: Executor) {
  return db
    .selectFrom('sweep')
    .innerJoin('project', 'project.id', 'sweep.project_id')
    .innerJoin('entity', 'entity.id', 'project.entity_id')
    .selectAll('sweep')
    .select(['project.name as project_name', 'project.entity_id', 'entity.name as entity_name'])
    .where('sweep.deleted_at', 'is', null)
}

type SweepRow = Awaited<ReturnType<ReturnType<typeof selectSweeps>['executeTakeFirstOrThrow']>>

function toSweep(row: SweepRow): SweepRecord {
  const priorRunIds = parseJson(row.prior_run_ids)
  return {
    id: row.id,
    projectId: row.project_id,
    projectName: row.project_name,
    entityId: row.entity_id,
    entityName: row.entity_name,
    name: row.name,
    displayName: row.display_name,
    description: row.description,
    config: row.config,
    method: row.method,
    controller: row.controller,
    scheduler: row.scheduler,
    schedulerItemId: row.scheduler_item_id,
    launch: row.launch,
    state: SWEEP_STATES.find((state) => state === row.state) ?? 'FAILED',
    reason: row.reason,
    seed: row.seed,
    nextNumber: row.next_number,
    exhausted: row.exhausted,
    priorRunIds: Array.isArray(priorRunIds) ? priorRunIds.filter((id) => typeof id === 'number') : [],
    userId: row.user_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    heartbeatAt: row.heartbeat_at,
    endedAt: row.ended_at,
  }
}

export async function findSweepById(db: Executor, id: number): Promise<SweepRecord | undefined> {
  const row = await selectSweeps(db).where('sweep.id', '=', id).executeTakeFirst()
  return row && toSweep(row)
}

export async function findSweepByName(db: Executor, projectId: number, name: string): Promise<SweepRecord | undefined> {
  const row = await selectSweeps(db)
    .where('sweep.project_id', '=', projectId)
    .where('sweep.name', '=', name)
    .executeTakeFirst()
  return row && toSweep(row)
}

/** Holds a sweep until the end of the transaction: nobody else can hand out its points or change its state. */
export async function lockSweep(
  transaction: Executor,
  dialect: DatabaseDialect,
  id: number,
): Promise<SweepRecord | undefined> {
  await transaction.selectFrom('sweep').select('id').where('id', '=', id).modifyEnd(forUpdate(dialect)).execute()
  return findSweepById(transaction, id)
}

/** Sweeps of a project or of all projects of an entity that match a condition, newest first, older than `beforeId` where that is not 0. */
export async function listSweeps(
  db: Executor,
  place: { readonly projectId: number } | { readonly entityId: number },
  condition: RawBuilder<boolean> | null,
  page: { readonly beforeId: number; readonly limit: number },
): Promise<readonly SweepRecord[]> {
  let select = selectSweeps(db).orderBy('sweep.id', 'desc').limit(page.limit)
  select =
    'projectId' in place
      ? select.where('sweep.project_id', '=', place.projectId)
      : select.where('project.entity_id', '=', place.entityId)
  if (condition !== null) select = select.where(condition)
  if (page.beforeId > 0) select = select.where('sweep.id', '<', page.beforeId)
  return (await select.execute()).map(toSweep)
}

export async function countSweeps(db: Executor, projectId: number): Promise<number> {
  const row = await db
    .selectFrom('sweep')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/**
 * Sweeps with something to follow, oldest first, after `afterId`: those with open points, and those that have not ended
 * and are launched.
 */
export async function listSweepsToFollow(
  db: Executor,
  page: { readonly afterId: number; readonly limit: number },
): Promise<readonly SweepRecord[]> {
  const rows = await selectSweeps(db)
    .where((where) =>
      where.or([
        where(
          'sweep.id',
          'in',
          db.selectFrom('sweep_point').select('sweep_point.sweep_id').where('sweep_point.ended_at', 'is', null),
        ),
        where.and([
          where('sweep.state', 'in', ['PENDING', 'RUNNING', 'PAUSED']),
          where.or([where('sweep.launch', 'is not', null), where('sweep.scheduler_item_id', 'is not', null)]),
        ]),
      ]),
    )
    .where('sweep.id', '>', page.afterId)
    .orderBy('sweep.id')
    .limit(page.limit)
    .execute()
  return rows.map(toSweep)
}

export async function insertSweep(db: Executor, row: Insertable<SweepTables['sweep']>): Promise<number> {
  return (await db.insertInto('sweep').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function updateSweep(db: Executor, id: number, change: Updateable<SweepTables['sweep']>): Promise<void> {
  await db.updateTable('sweep').set(change).where('id', '=', id).execute()
}

/** Changes a sweep that is still in one of the states. Tells whether it was. */
export async function updateSweepIn(
  db: Executor,
  id: number,
  states: readonly string[],
  change: Updateable<SweepTables['sweep']>,
): Promise<boolean> {
  const result = await db
    .updateTable('sweep')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', states)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
