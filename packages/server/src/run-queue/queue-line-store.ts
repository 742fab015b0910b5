import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { jsonRows, type DatabaseDialect } from '../database/dialect.ts'

/*
 * The states are written into these statements, not sent with them: only then does SQLite see that the indexes of few items
 * are enough.
 */

/** Where a waiting item stands among those of its queue. */
export interface LinePlace {
  /** How many items an agent takes before this one. */
  readonly ahead: number
  /** How many of those have a higher priority. */
  readonly higherAhead: number
}

/** An item that an agent holds. */
export interface AgentItem {
  readonly id: number
  readonly runQueueId: number
  readonly launchAgentId: number
  /** Since when it runs, or is prepared. */
  readonly since: number
}

/** The places of waiting items of a queue; items that do not wait are left out. */
export async function findLinePlaces(
  db: Executor,
  dialect: DatabaseDialect,
  queueId: number,
  itemIds: readonly number[],
): Promise<ReadonlyMap<number, LinePlace>> {
  const asked = jsonRows(
    dialect,
    itemIds.map((id) => ({ id })),
    { id: 'long' },
  )
  const { rows } = await sql<{ id: number; ahead: number; higher_ahead: number }>`
    select id, ahead, higher_ahead from (
      select id, row_number() over (order by priority, id) - 1 as ahead,
        rank() over (order by priority) - 1 as higher_ahead
      from run_queue_item where run_queue_id = ${queueId} and state = 'pending'
    ) line where id in (select asked.id from ${asked} asked)`.execute(db)
  return new Map(rows.map((row) => [row.id, { ahead: row.ahead, higherAhead: row.higher_ahead }]))
}

/** The place that an item of a priority would get that is pushed now. */
export async function countLineBefore(db: Executor, queueId: number, priority: number): Promise<LinePlace> {
  const { rows } = await sql<{ priority: number; count: number }>`
    select priority, count(*) as count from run_queue_item
    where run_queue_id = ${queueId} and state = 'pending' and priority <= ${priority} group by priority`.execute(db)
  const count = (of: typeof rows): number => of.reduce((sum, row) => sum + row.count, 0)
  return { ahead: count(rows), higherAhead: count(rows.filter((row) => row.priority < priority)) }
}

/** How many items of a queue wait. */
export async function countLine(db: Executor, queueId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from run_queue_item where run_queue_id = ${queueId} and state = 'pending'`.execute(db)
  return rows[0]?.count ?? 0
}

/** What agents hold, of all queues. */
export async function listAgentItems(db: Executor, agentIds: readonly number[]): Promise<readonly AgentItem[]> {
  if (agentIds.length === 0) return []
  const { rows } = await sql<{ id: number; run_queue_id: number; launch_agent_id: number; since: number }>`
    select id, run_queue_id, launch_agent_id, coalesce(started_at, claimed_at, leased_at, created_at) as since
    from run_queue_item where launch_agent_id in (${sql.join(agentIds)}) and state in ('leased', 'claimed')
    order by id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    runQueueId: row.run_queue_id,
    launchAgentId: row.launch_agent_id,
    since: row.since,
  }))
}

/** How long the last items of a queue ran that ended by themselves, in milliseconds, the newest first. */
export async function listRecentDurations(db: Executor, queueId: number, limit: number): Promise<readonly number[]> {
  const { rows } = await sql<{ ended_at: number; began_at: number | null }>`
    select ended_at, coalesce(started_at, claimed_at) as began_at from run_queue_item
    where run_queue_id = ${queueId} and state in ('finished', 'failed')
    order by ended_at desc limit ${limit}`.execute(db)
  return rows.flatMap((row) => (row.began_at === null ? [] : [Math.max(0, row.ended_at - row.began_at)]))
}
