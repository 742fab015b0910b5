import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { jsonRows, type DatabaseDialect } from '../database/dialect.ts'
import type { AgentItem } from './run-queue.ts'

/*
 * The states are written into these statements, not sent with them: only then does SQLite see that the indexes of few items
 * are enough.
 */

/** How many items of a queue wait, by their priority. */
export async function countPending(db: Executor, queueId: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ priority: number; count: number }>`
    select priority, count(*) as count from run_queue_item
    where run_queue_id = ${queueId} and state = 'pending' group by priority`.execute(db)
  return new Map(rows.map((row) => [row.priority, row.count]))
}

/** A part of the line of a queue: items of one priority from an id on and before another one. */
export interface LineRange {
  readonly priority: number
  readonly fromId: number
  readonly toId: number
}

/** How many items wait in each of these ranges, in their order. */
export async function countRanges(
  db: Executor,
  dialect: DatabaseDialect,
  queueId: number,
  ranges: readonly LineRange[],
): Promise<readonly number[]> {
  if (ranges.length === 0) return []
  const asked = jsonRows(dialect, ranges, { priority: 'long', fromId: 'long', toId: 'long' })
  const { rows } = await sql<{ position: number; count: number }>`
    select asked.position, (
      select count(*) from run_queue_item item where item.run_queue_id = ${queueId} and item.state = 'pending'
        and item.priority = asked.priority and item.id >= asked.fromId and item.id < asked.toId
    ) as count from ${asked} asked`.execute(db)
  const counts = new Map(rows.map((row) => [row.position, row.count]))
  return ranges.map((_, position) => counts.get(position) ?? 0)
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
