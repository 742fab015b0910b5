import { isJsonObject, parseJson, stringifyJson } from '@slipway/core'
import type { Selectable, Updateable } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { SweepPointRecord, SweepPointSource, SweepPointState } from './sweep.ts'
import type { SweepTables } from './sweep-tables.ts'

const STATES: readonly SweepPointState[] = ['waiting', 'given', 'launched', 'skipped', 'refused']
const SOURCES: readonly SweepPointSource[] = ['search', 'chosen', 'controller']

/** The most points that a sweep remembers while it searches. */
export const MOST_POINTS = 10_000

function toPoint(row: Selectable<SweepTables['sweep_point']>): SweepPointRecord {
  const tree = parseJson(row.tree)
  return {
    id: row.id,
    sweepId: row.sweep_id,
    number: row.number,
    tree: isJsonObject(tree) ? tree : {},
    source: SOURCES.find((source) => source === row.source) ?? 'search',
    controllerKey: row.controller_key,
    displayName: row.display_name,
    state: STATES.find((state) => state === row.state) ?? 'refused',
    reason: row.reason,
    runId: row.run_id,
    agentId: row.sweep_agent_id,
    itemId: row.item_id,
    endedAt: row.ended_at,
    createdAt: row.created_at,
  }
}

export async function findPoint(db: Executor, id: number): Promise<SweepPointRecord | undefined> {
  const row = await db.selectFrom('sweep_point').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPoint(row)
}

/** The point of a run to which something may still happen. */
export async function findOpenPointOfRun(db: Executor, runId: number): Promise<SweepPointRecord | undefined> {
  const row = await db
    .selectFrom('sweep_point')
    .selectAll()
    .where('run_id', '=', runId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && toPoint(row)
}

/** Tells whether a run is that of a point, open or not. */
export async function hasPointOfRun(db: Executor, runId: number): Promise<boolean> {
  const row = await db.selectFrom('sweep_point').select('id').where('run_id', '=', runId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Points of a sweep in their order, after number `afterNumber`. */
export async function listPoints(
  db: Executor,
  sweepId: number,
  page: { readonly afterNumber: number; readonly limit: number },
): Promise<readonly SweepPointRecord[]> {
  const rows = await db
    .selectFrom('sweep_point')
    .selectAll()
    .where('sweep_id', '=', sweepId)
    .where('number', '>', page.afterNumber)
    .orderBy('number')
    .limit(page.limit)
    .execute()
  return rows.map(toPoint)
}

/** Points to which something may still happen, in their order. */
export async function listOpenPoints(
  db: Executor,
  sweepId: number,
  limit: number,
): Promise<readonly SweepPointRecord[]> {
  const rows = await db
    .selectFrom('sweep_point')
    .selectAll()
    .where('sweep_id', '=', sweepId)
    .where('ended_at', 'is', null)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(toPoint)
}

/** The open points that an agent was given. */
export async function listPointsOfAgent(db: Executor, agentId: number): Promise<readonly SweepPointRecord[]> {
  const rows = await db
    .selectFrom('sweep_point')
    .selectAll()
    .where('sweep_agent_id', '=', agentId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(toPoint)
}

/** The open points of a sweep whose agents were last heard of before a time. */
export async function listPointsOfSilentAgents(
  db: Executor,
  sweepId: number,
  before: number,
): Promise<readonly SweepPointRecord[]> {
  const rows = await db
    .selectFrom('sweep_point')
    .innerJoin('sweep_agent', 'sweep_agent.id', 'sweep_point.sweep_agent_id')
    .selectAll('sweep_point')
    .where('sweep_point.sweep_id', '=', sweepId)
    .where('sweep_point.ended_at', 'is', null)
    .where('sweep_agent.heartbeat_at', '<', before)
    .orderBy('sweep_point.id')
    .limit(MOST_POINTS)
    .execute()
  return rows.map(toPoint)
}

export async function countPoints(db: Executor, sweepId: number): Promise<number> {
  const row = await db
    .selectFrom('sweep_point')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('sweep_id', '=', sweepId)
    .where('state', 'in', ['given', 'launched'])
    .executeTakeFirstOrThrow()
  return row.count
}

export async function countPointsOfAgent(db: Executor, agentId: number): Promise<number> {
  const row = await db
    .selectFrom('sweep_point')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('sweep_agent_id', '=', agentId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** The rows of the runs that an agent was given, oldest or newest first, beyond `beyondRunId` where that is not 0. */
export async function listRunIdsOfAgent(
  db: Executor,
  agentId: number,
  page: { readonly order: 'oldest-first' | 'newest-first'; readonly beyondRunId: number; readonly limit: number },
): Promise<readonly number[]> {
  const isNewestFirst = page.order === 'newest-first'
  let select = db
    .selectFrom('sweep_point')
    .select('run_id')
    .where('sweep_agent_id', '=', agentId)
    .where('run_id', 'is not', null)
    .orderBy('run_id', isNewestFirst ? 'desc' : 'asc')
    .limit(page.limit)
  if (page.beyondRunId > 0) select = select.where('run_id', isNewestFirst ? '<' : '>', page.beyondRunId)
  return (await select.execute()).flatMap(({ run_id: id }) => (id === null ? [] : [id]))
}

/** A point to write down. */
export interface NewPoint {
  readonly sweepId: number
  readonly number: number
  readonly tree: SweepPointRecord['tree']
  readonly source: SweepPointSource
  readonly controllerKey: string | null
  readonly displayName: string | null
  readonly state: SweepPointState
  readonly reason: string | null
  readonly runId: number | null
  readonly agentId: number | null
  readonly endedAt: number | null
  readonly now: number
}

export async function insertPoint(db: Executor, point: NewPoint): Promise<SweepPointRecord> {
  const row = await db
    .insertInto('sweep_point')
    .values({
      sweep_id: point.sweepId,
      number: point.number,
      tree: stringifyJson(point.tree),
      source: point.source,
      controller_key: point.controllerKey,
      display_name: point.displayName,
      state: point.state,
      reason: point.reason,
      run_id: point.runId,
      sweep_agent_id: point.agentId,
      item_id: null,
      ended_at: point.endedAt,
      created_at: point.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toPoint(row)
}

export async function updatePoint(
  db: Executor,
  id: number,
  change: Updateable<SweepTables['sweep_point']>,
): Promise<void> {
  await db.updateTable('sweep_point').set(change).where('id', '=', id).execute()
}

/** Ends the points of a run, which has ended. */
export async function endPointsOfRun(db: Executor, runId: number, now: number): Promise<void> {
  await db
    .updateTable('sweep_point')
    .set({ ended_at: now })
    .where('run_id', '=', runId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Has the point of a run be handed out once more. */
export async function putBackPointOfRun(db: Executor, runId: number): Promise<void> {
  await db
    .updateTable('sweep_point')
    .set({ state: 'waiting', sweep_agent_id: null })
    .where('run_id', '=', runId)
    .where('ended_at', 'is', null)
    .where('state', '=', 'given')
    .execute()
}

/** Lets go of a run that is deleted. */
export async function detachRun(db: Executor, runId: number, now: number): Promise<void> {
  await db
    .updateTable('sweep_point')
    .set({ run_id: null, ended_at: now, reason: 'Its run was deleted.' })
    .where('run_id', '=', runId)
    .execute()
}
