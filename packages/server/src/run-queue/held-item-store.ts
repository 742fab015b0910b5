import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { jsonRows, type DatabaseDialect } from '../database/dialect.ts'
import type { ItemAddress } from './wire-id.ts'
import type { HeldItem } from './run-queue.ts'

/**
 * Renews what an agent says that it holds, and answers with what it does hold. An item whose lease had ended is leased
 * again when nobody else took it.
 */
export async function renewItems(
  db: Executor,
  dialect: DatabaseDialect,
  agent: { readonly id: number; readonly generation: number },
  itemIds: readonly number[],
  times: { readonly now: number; readonly until: number },
): Promise<readonly HeldItem[]> {
  if (itemIds.length === 0) return []
  const named = jsonRows(
    dialect,
    itemIds.map((id) => ({ id })),
    { id: 'long' },
  )
  const result = await sql<{ id: number; stop_requested_at: number | null }>`
    update run_queue_item set heartbeat_at = ${times.now}, lease_generation = ${agent.generation},
      leased_until = case when state = 'claimed' then null else cast(${times.until} as bigint) end,
      state = case when state = 'claimed' then 'claimed' else 'leased' end
    where id in (select named.id from ${named} named) and launch_agent_id = ${agent.id}
      and state in ('pending', 'leased', 'claimed')
    returning id, stop_requested_at`.execute(db)
  return result.rows.map((row) => ({ id: row.id, isStopRequested: row.stop_requested_at !== null }))
}

/** What an agent holds of the items named, without renewing. */
export async function findHeldItems(
  db: Executor,
  launchAgentId: number,
  itemIds: readonly number[],
): Promise<readonly HeldItem[]> {
  if (itemIds.length === 0) return []
  const rows = await db
    .selectFrom('run_queue_item')
    .select(['id', 'stop_requested_at'])
    .where('id', 'in', itemIds)
    .where('launch_agent_id', '=', launchAgentId)
    .where('state', 'in', ['leased', 'claimed'])
    .execute()
  return rows.map((row) => ({ id: row.id, isStopRequested: row.stop_requested_at !== null }))
}

/** Claimed items of an agent that it does not name, and has not named since a time. */
export async function listUnnamedClaims(
  db: Executor,
  launchAgentId: number,
  itemIds: readonly number[],
  silentSince: number,
): Promise<readonly number[]> {
  let select = db
    .selectFrom('run_queue_item')
    .select('id')
    .where('launch_agent_id', '=', launchAgentId)
    .where('state', '=', 'claimed')
    .where('is_attended', '=', 1)
    .where('heartbeat_at', '<=', silentSince)
  if (itemIds.length > 0) select = select.where('id', 'not in', itemIds)
  return (await select.execute()).map((row) => row.id)
}

/** Notes that a stock agent lives, for the items whose end it does not report. */
export async function renewUnattendedItems(db: Executor, launchAgentId: number, now: number): Promise<void> {
  await db
    .updateTable('run_queue_item')
    .set({ heartbeat_at: now })
    .where('launch_agent_id', '=', launchAgentId)
    .where('state', '=', 'claimed')
    .where('is_attended', '=', 0)
    .execute()
}

/** Puts a leased item back unless it was claimed or leased to somebody else since; answers with what was put back. */
export async function releaseItem(
  db: Executor,
  lease: { readonly id: number; readonly leasedUntil: number; readonly launchAgentId: number | null },
): Promise<readonly ItemAddress[]> {
  const rows = await db
    .updateTable('run_queue_item')
    .set({ state: 'pending', leased_until: null })
    .where('id', '=', lease.id)
    .where('state', '=', 'leased')
    .where('leased_until', '=', lease.leasedUntil)
    .where('launch_agent_id', 'is not distinct from', lease.launchAgentId)
    .returning(['id', 'run_queue_id'])
    .execute()
  return rows.map(toAddress)
}

/** Puts back what an agent has leased: in an earlier life only, or all of it. Answers with what was put back. */
export async function releaseItemsOfAgent(
  db: Executor,
  agent: { readonly id: number; readonly beforeGeneration: number | null; readonly keep: readonly number[] },
): Promise<readonly ItemAddress[]> {
  let update = db
    .updateTable('run_queue_item')
    .set({ state: 'pending', leased_until: null })
    .where('launch_agent_id', '=', agent.id)
    .where('state', '=', 'leased')
  if (agent.beforeGeneration !== null) update = update.where('lease_generation', '<', agent.beforeGeneration)
  if (agent.keep.length > 0) update = update.where('id', 'not in', agent.keep)
  const rows = await update.returning(['id', 'run_queue_id']).execute()
  return rows.map(toAddress)
}

/** Puts back the items whose lease has ended; answers with them. */
export async function releaseExpiredItems(db: Executor, now: number): Promise<readonly ItemAddress[]> {
  const rows = await db
    .updateTable('run_queue_item')
    .set({ state: 'pending', leased_until: null })
    .where('state', '=', 'leased')
    .where('leased_until', '<=', now)
    .returning(['id', 'run_queue_id'])
    .execute()
  return rows.map(toAddress)
}

/** Asks to stop all that an agent has claimed; answers with that. */
export async function requestStopOfAgent(
  db: Executor,
  launchAgentId: number,
  now: number,
): Promise<readonly ItemAddress[]> {
  const rows = await db
    .updateTable('run_queue_item')
    .set((expression) => ({ stop_requested_at: expression.fn.coalesce('stop_requested_at', expression.val(now)) }))
    .where('launch_agent_id', '=', launchAgentId)
    .where('state', '=', 'claimed')
    .returning(['id', 'run_queue_id'])
    .execute()
  return rows.map(toAddress)
}

/** Tells whether one of these queues has an item that could be leased. */
export async function hasPendingItems(db: Executor, queueIds: readonly number[]): Promise<boolean> {
  const row = await db
    .selectFrom('run_queue_item as item')
    .innerJoin('run_queue as queue', 'queue.id', 'item.run_queue_id')
    .select('item.id')
    .where('item.run_queue_id', 'in', queueIds)
    .where('item.state', '=', 'pending')
    .where('queue.is_paused', '=', 0)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

function toAddress(row: { readonly id: number; readonly run_queue_id: number }): ItemAddress {
  return { id: row.id, runQueueId: row.run_queue_id }
}
