import type { Executor } from '../database/database.ts'

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
