import type { Executor } from '../database/database.ts'

/** A launch that its author named by a key. */
export interface KeyedLaunch {
  readonly authorId: number
  readonly launchKey: string
}

/** The item of a launch under this key, and what was asked then. */
export async function findKeyedLaunch(
  db: Executor,
  { authorId, launchKey }: KeyedLaunch,
): Promise<{ readonly itemId: number; readonly requestHash: string } | undefined> {
  const row = await db
    .selectFrom('launch_once')
    .select(['item_id', 'request_hash'])
    .where('author_id', '=', authorId)
    .where('launch_key', '=', launchKey)
    .executeTakeFirst()
  return row && { itemId: row.item_id, requestHash: row.request_hash }
}

/**
 * Takes a key for a launch whose item is made in the same transaction; false when it is taken. Of two that come at once,
 * the second waits for the end of the first.
 */
export async function takeLaunchKey(
  db: Executor,
  launch: KeyedLaunch & { readonly requestHash: string; readonly now: number },
): Promise<boolean> {
  const added = await db
    .insertInto('launch_once')
    .values({
      author_id: launch.authorId,
      launch_key: launch.launchKey,
      request_hash: launch.requestHash,
      item_id: 0,
      created_at: launch.now,
    })
    .onConflict((conflict) => conflict.columns(['author_id', 'launch_key']).doNothing())
    .returning('launch_key')
    .executeTakeFirst()
  return added !== undefined
}

/** Says which item a key that was just taken stands for. */
export async function nameKeyedItem(db: Executor, { authorId, launchKey }: KeyedLaunch, itemId: number): Promise<void> {
  await db
    .updateTable('launch_once')
    .set({ item_id: itemId })
    .where('author_id', '=', authorId)
    .where('launch_key', '=', launchKey)
    .execute()
}

/** Forgets the keys from before `time`: nobody sends a launch again after days. */
export async function forgetLaunchKeys(db: Executor, time: number): Promise<void> {
  await db.deleteFrom('launch_once').where('created_at', '<', time).execute()
}
