import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { jsonRows, type DatabaseDialect } from '../database/dialect.ts'

/** Sets the priority of those of the items that wait; answers with their ids. */
export async function setPriority(
  db: Executor,
  dialect: DatabaseDialect,
  ids: readonly number[],
  priority: number,
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const result = await sql<{ id: number }>`
    update run_queue_item set priority = ${priority}
    where id in (select named.id from ${named(dialect, ids)} named) and state = 'pending'
    returning id`.execute(db)
  return new Set(result.rows.map((row) => row.id))
}

/** Cancels those of the items that wait or are only leased; answers with their ids. */
export async function cancelUnclaimed(
  db: Executor,
  dialect: DatabaseDialect,
  ids: readonly number[],
  end: { readonly reason: string; readonly now: number },
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const result = await sql<{ id: number }>`
    update run_queue_item set state = 'cancelled', reason = ${end.reason}, ended_at = ${end.now}, leased_until = null
    where id in (select named.id from ${named(dialect, ids)} named) and state in ('pending', 'leased')
    returning id`.execute(db)
  return new Set(result.rows.map((row) => row.id))
}

function named(dialect: DatabaseDialect, ids: readonly number[]) {
  return jsonRows(
    dialect,
    ids.map((id) => ({ id })),
    { id: 'long' },
  )
}
