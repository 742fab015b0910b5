import type { Executor } from '../database/database.ts'

export async function findPassword(db: Executor, userId: number): Promise<string | undefined> {
  const row = await db.selectFrom('password').select('hash').where('user_id', '=', userId).executeTakeFirst()
  return row?.hash
}

export async function upsertPassword(db: Executor, userId: number, hash: string, now: number): Promise<void> {
  await db
    .insertInto('password')
    .values({ user_id: userId, hash, changed_at: now })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ hash, changed_at: now }))
    .execute()
}

export async function deletePassword(db: Executor, userId: number): Promise<void> {
  await db.deleteFrom('password').where('user_id', '=', userId).execute()
}
