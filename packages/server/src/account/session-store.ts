import type { Executor } from '../database/database.ts'

/** Which of the two kinds of short-lived secret: one that logs a browser in once, or a browser's session. */
type TokenTable = 'login_link' | 'session'

export async function insertToken(
  db: Executor,
  table: TokenTable,
  token: { readonly hash: string; readonly userId: number; readonly expiresAt: number },
): Promise<void> {
  await db.insertInto(table).values({ hash: token.hash, user_id: token.userId, expires_at: token.expiresAt }).execute()
}

export async function findTokenUser(
  db: Executor,
  table: TokenTable,
  hash: string,
  now: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom(table)
    .select('user_id')
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.user_id
}

/** Uses a token up: the answer is its user for the first caller only. */
export async function takeToken(
  db: Executor,
  table: TokenTable,
  hash: string,
  now: number,
): Promise<number | undefined> {
  const row = await db
    .deleteFrom(table)
    .where('hash', '=', hash)
    .returning(['user_id', 'expires_at'])
    .executeTakeFirst()
  return row !== undefined && row.expires_at > now ? row.user_id : undefined
}

export async function deleteToken(db: Executor, table: TokenTable, hash: string): Promise<void> {
  await db.deleteFrom(table).where('hash', '=', hash).execute()
}

/** Ends all sessions of a user but one. */
export async function deleteOtherSessions(db: Executor, userId: number, keptHash: string | null): Promise<void> {
  let query = db.deleteFrom('session').where('user_id', '=', userId)
  if (keptHash !== null) query = query.where('hash', '!=', keptHash)
  await query.execute()
}
