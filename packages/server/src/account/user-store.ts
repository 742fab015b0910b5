import { sql, type Selectable } from 'kysely'
import type { Executor } from '../database/database.ts'
import { containsText, forUpdate, type DatabaseDialect } from '../database/dialect.ts'
import type { UserRecord } from './account.ts'
import type { AccountTables } from './account-tables.ts'

export async function findUserById(db: Executor, id: number): Promise<UserRecord | undefined> {
  const row = await db.selectFrom('app_user').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toUser(row)
}

/** The users of these ids, in their order; undefined where there is none. */
export async function findUsersById(
  db: Executor,
  ids: readonly number[],
): Promise<readonly (UserRecord | undefined)[]> {
  const rows = await db
    .selectFrom('app_user')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const users = new Map(rows.map((row) => [row.id, toUser(row)]))
  return ids.map((id) => users.get(id))
}

export async function findUserByName(db: Executor, username: string): Promise<UserRecord | undefined> {
  const row = await db.selectFrom('app_user').selectAll().where('username', '=', username).executeTakeFirst()
  return row && toUser(row)
}

/** Which users to list, and where to go on. */
export interface UserSearch {
  /** A whole user name or e-mail address. */
  readonly query: string | null
  /** A part of a user name or e-mail address, in any case. */
  readonly search: string | null
  /** Only users after this name. */
  readonly after: string | null
  readonly limit: number
}

/** Users by name. */
export async function searchUsers(
  db: Executor,
  dialect: DatabaseDialect,
  { query, search, after, limit }: UserSearch,
): Promise<readonly UserRecord[]> {
  let select = db.selectFrom('app_user').selectAll().orderBy('username').limit(limit)
  if (query !== null) {
    select = select.where((where) => where.or([where('username', '=', query), where('email', '=', query)]))
  }
  if (search !== null) {
    const named = sql<string>`username || ' ' || coalesce(email, '')`
    select = select.where(containsText(dialect, named, search))
  }
  if (after !== null) select = select.where('username', '>', after)
  return (await select.execute()).map(toUser)
}

export async function hasUsers(db: Executor): Promise<boolean> {
  return (await db.selectFrom('app_user').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function insertUser(
  db: Executor,
  user: {
    readonly username: string
    readonly email: string | null
    readonly isAdmin: boolean
    readonly entityId: number
    readonly createdAt: number
  },
): Promise<UserRecord> {
  const row = await db
    .insertInto('app_user')
    .values({
      username: user.username,
      email: user.email,
      is_admin: user.isAdmin ? 1 : 0,
      entity_id: user.entityId,
      created_at: user.createdAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toUser(row)
}

/** The ids of the administrators, who stay as they are until the end of the transaction. */
export async function lockAdministrators(db: Executor, dialect: DatabaseDialect): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('app_user')
    .select('id')
    .where('is_admin', '=', 1)
    .orderBy('id')
    .modifyEnd(forUpdate(dialect))
    .execute()
  return rows.map((row) => row.id)
}

export async function updateUser(
  db: Executor,
  id: number,
  change: { readonly email?: string | null; readonly is_admin?: number },
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db.updateTable('app_user').set(change).where('id', '=', id).execute()
}

/** A user as a row of the table has it. */
export function toUser(row: Selectable<AccountTables['app_user']>): UserRecord {
  return {
    id: row.id,
    username: row.username,
    email: row.email,
    isAdmin: row.is_admin === 1,
    entityId: row.entity_id,
    createdAt: row.created_at,
  }
}
