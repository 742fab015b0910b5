import type { Executor } from '../database/database.ts'
import type { RunQueueItemState } from './run-queue.ts'
import type { ItemAddress } from './wire-id.ts'

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
