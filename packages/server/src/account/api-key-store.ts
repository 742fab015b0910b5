import { sql, type Selectable } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { ApiKeyRecord, UserRecord } from './account.ts'
import type { AccountTables } from './account-tables.ts'
import { toUser } from './user-store.ts'

/** The user whose key has this hash, with the id of the key. */
export async function findUserByKeyHash(
  db: Executor,
  hash: string,
): Promise<{ readonly user: UserRecord; readonly keyId: number } | undefined> {
  const row = await db
    .selectFrom('api_key')
    .innerJoin('app_user', 'app_user.id', 'api_key.user_id')
    .selectAll('app_user')
    .select('api_key.id as key_id')
    .where('api_key.hash', '=', hash)
    .executeTakeFirst()
  return row && { user: toUser(row), keyId: row.key_id }
}

export async function insertApiKey(
  db: Executor,
  key: {
    readonly userId: number
    readonly hash: string
    readonly prefix: string
    readonly description: string | null
    readonly createdAt: number
  },
): Promise<ApiKeyRecord> {
  const row = await db
    .insertInto('api_key')
    .values({
      user_id: key.userId,
      hash: key.hash,
      prefix: key.prefix,
      description: key.description,
      created_at: key.createdAt,
      last_used_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toApiKey(row)
}

/** The keys of each of the users after an id (0 for the first page), oldest first, at most so many of one. */
export async function listApiKeys(
  db: Executor,
  userIds: readonly number[],
  page: { readonly after: number; readonly limit: number },
): Promise<readonly (readonly ApiKeyRecord[])[]> {
  const numbered = db
    .selectFrom('api_key')
    .selectAll()
    .select(sql<number>`row_number() over (partition by user_id order by id)`.as('place'))
    .where('user_id', 'in', [...new Set(userIds)])
    .where('id', '>', page.after)
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('place', '<=', page.limit)
    .orderBy('id')
    .execute()
  const keys = Map.groupBy(rows.map(toApiKey), ({ userId }) => userId)
  return userIds.map((id) => keys.get(id) ?? [])
}

/** Deletes a key of a user, or anybody's without a user id; answers with its hash, undefined when there is none. */
export async function deleteApiKeyRow(
  db: Executor,
  id: number,
  userId: number | null,
): Promise<{ readonly hash: string; readonly userId: number } | undefined> {
  let remove = db.deleteFrom('api_key').where('id', '=', id)
  if (userId !== null) remove = remove.where('user_id', '=', userId)
  return remove.returning(['hash', 'user_id as userId']).executeTakeFirst()
}

export async function markApiKeyUsed(db: Executor, id: number, at: number): Promise<void> {
  await db.updateTable('api_key').set({ last_used_at: at }).where('id', '=', id).execute()
}

function toApiKey(row: Selectable<AccountTables['api_key']>): ApiKeyRecord {
  return {
    id: row.id,
    userId: row.user_id,
    prefix: row.prefix,
    description: row.description,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
