import { sql, type Selectable } from 'kysely'
import type { Executor } from '../database/database.ts'
import { forUpdate, type DatabaseDialect } from '../database/dialect.ts'
import type { ApiKeyRecord, EntityRecord, OrganizationRecord, UserRecord } from './account.ts'
import type { AccountTables } from './account-tables.ts'

function toUser(row: Selectable<AccountTables['app_user']>): UserRecord {
  return {
    id: row.id,
    username: row.username,
    email: row.email,
    isAdmin: row.is_admin === 1,
    entityId: row.entity_id,
    createdAt: row.created_at,
  }
}

function toEntity(row: Selectable<AccountTables['entity']>): EntityRecord {
  return { id: row.id, name: row.name, isTeam: row.is_team === 1, createdAt: row.created_at }
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

export async function searchUsers(db: Executor, query: string | null, limit: number): Promise<readonly UserRecord[]> {
  let select = db.selectFrom('app_user').selectAll().orderBy('username').limit(limit)
  if (query !== null) {
    select = select.where((where) => where.or([where('username', '=', query), where('email', '=', query)]))
  }
  return (await select.execute()).map(toUser)
}

export async function hasUsers(db: Executor): Promise<boolean> {
  return (await db.selectFrom('app_user').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function insertEntity(
  db: Executor,
  entity: { readonly name: string; readonly isTeam: boolean; readonly createdAt: number },
): Promise<EntityRecord> {
  const row = await db
    .insertInto('entity')
    .values({ name: entity.name, is_team: entity.isTeam ? 1 : 0, created_at: entity.createdAt })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toEntity(row)
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

/** The keys of each of the users, oldest first, at most so many of one. */
export async function listApiKeys(
  db: Executor,
  userIds: readonly number[],
  limit: number,
): Promise<readonly (readonly ApiKeyRecord[])[]> {
  const numbered = db
    .selectFrom('api_key')
    .selectAll()
    .select(sql<number>`row_number() over (partition by user_id order by id)`.as('place'))
    .where('user_id', 'in', [...new Set(userIds)])
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('place', '<=', limit)
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

/** Teams by name: those of a user, or all. */
export async function listTeamEntities(
  db: Executor,
  userId: number | null,
  limit: number,
): Promise<readonly EntityRecord[]> {
  let select = db.selectFrom('entity').selectAll().where('is_team', '=', 1).orderBy('name').limit(limit)
  if (userId !== null) {
    select = select.where('id', 'in', (where) =>
      where.selectFrom('team_member').select('entity_id').where('user_id', '=', userId),
    )
  }
  return (await select.execute()).map(toEntity)
}

export async function markApiKeyUsed(db: Executor, id: number, at: number): Promise<void> {
  await db.updateTable('api_key').set({ last_used_at: at }).where('id', '=', id).execute()
}

export async function findEntityByName(db: Executor, name: string): Promise<EntityRecord | undefined> {
  const row = await db.selectFrom('entity').selectAll().where('name', '=', name).executeTakeFirst()
  return row && toEntity(row)
}

export async function findEntityById(db: Executor, id: number): Promise<EntityRecord | undefined> {
  const row = await db.selectFrom('entity').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toEntity(row)
}

/** The entities of these ids, in their order; undefined where there is none. */
export async function findEntitiesById(
  db: Executor,
  ids: readonly number[],
): Promise<readonly (EntityRecord | undefined)[]> {
  const rows = await db
    .selectFrom('entity')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const entities = new Map(rows.map((row) => [row.id, toEntity(row)]))
  return ids.map((id) => entities.get(id))
}

/** The teams of each of the users, by name. */
export async function listTeamsOfUsers(
  db: Executor,
  userIds: readonly number[],
): Promise<readonly (readonly EntityRecord[])[]> {
  const rows = await db
    .selectFrom('team_member')
    .innerJoin('entity', 'entity.id', 'team_member.entity_id')
    .selectAll('entity')
    .select('team_member.user_id')
    .where('team_member.user_id', 'in', [...new Set(userIds)])
    .orderBy('entity.name')
    .execute()
  const teams = Map.groupBy(rows, ({ user_id: id }) => id)
  return userIds.map((id) => (teams.get(id) ?? []).map(toEntity))
}

/** The teams of a user, with whether the user may change them. */
export async function listTeams(
  db: Executor,
  userId: number,
): Promise<readonly { readonly entity: EntityRecord; readonly isAdmin: boolean }[]> {
  const rows = await db
    .selectFrom('team_member')
    .innerJoin('entity', 'entity.id', 'team_member.entity_id')
    .selectAll('entity')
    .select('team_member.is_admin as member_is_admin')
    .where('team_member.user_id', '=', userId)
    .orderBy('entity.name')
    .execute()
  return rows.map((row) => ({ entity: toEntity(row), isAdmin: row.member_is_admin === 1 }))
}

/** The members of each of the teams, by name. */
export async function listTeamMembers(
  db: Executor,
  entityIds: readonly number[],
): Promise<readonly (readonly { readonly user: UserRecord; readonly isAdmin: boolean }[])[]> {
  const rows = await db
    .selectFrom('team_member')
    .innerJoin('app_user', 'app_user.id', 'team_member.user_id')
    .selectAll('app_user')
    .select(['team_member.is_admin as member_is_admin', 'team_member.entity_id as team_id'])
    .where('team_member.entity_id', 'in', [...new Set(entityIds)])
    .orderBy('app_user.username')
    .execute()
  const members = Map.groupBy(rows, ({ team_id: id }) => id)
  return entityIds.map((id) =>
    (members.get(id) ?? []).map((row) => ({ user: toUser(row), isAdmin: row.member_is_admin === 1 })),
  )
}

export async function upsertTeamMember(
  db: Executor,
  entityId: number,
  userId: number,
  isAdmin: boolean,
): Promise<void> {
  await db
    .insertInto('team_member')
    .values({ entity_id: entityId, user_id: userId, is_admin: isAdmin ? 1 : 0 })
    .onConflict((conflict) => conflict.columns(['entity_id', 'user_id']).doUpdateSet({ is_admin: isAdmin ? 1 : 0 }))
    .execute()
}

export async function deleteTeamMember(db: Executor, entityId: number, userId: number): Promise<void> {
  await db.deleteFrom('team_member').where('entity_id', '=', entityId).where('user_id', '=', userId).execute()
}

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

/** The one row of the organization. */
const ORGANIZATION_ID = 1

export async function findOrganization(db: Executor): Promise<OrganizationRecord | undefined> {
  const row = await db
    .selectFrom('organization')
    .innerJoin('entity', 'entity.id', 'organization.entity_id')
    .selectAll('entity')
    .where('organization.id', '=', ORGANIZATION_ID)
    .executeTakeFirst()
  return row && toOrganization(toEntity(row))
}

export async function insertOrganization(db: Executor, name: string, now: number): Promise<OrganizationRecord> {
  const entity = await insertEntity(db, { name, isTeam: false, createdAt: now })
  await db.insertInto('organization').values({ id: ORGANIZATION_ID, entity_id: entity.id }).execute()
  return toOrganization(entity)
}

export async function renameEntity(db: Executor, id: number, name: string): Promise<void> {
  await db.updateTable('entity').set({ name }).where('id', '=', id).execute()
}

export async function deleteOrganization(db: Executor, { entity }: OrganizationRecord): Promise<void> {
  await db.deleteFrom('organization').where('id', '=', ORGANIZATION_ID).execute()
  await db.deleteFrom('entity').where('id', '=', entity.id).execute()
}

function toOrganization(entity: EntityRecord): OrganizationRecord {
  return { name: entity.name, entity: { ...entity, isOrganization: true } }
}
