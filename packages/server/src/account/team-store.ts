import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { EntityRecord, UserRecord } from './account.ts'
import { toEntity } from './entity-store.ts'
import { toUser } from './user-store.ts'

/** Where to go on in a list by name. */
export interface NamePage {
  /** Only names after this one; null for the first page. */
  readonly after: string | null
  readonly limit: number
}

/** The same of a user's teams. */
export interface TeamPage extends NamePage {
  /** Only teams of these ids; null for all. */
  readonly among: readonly number[] | null
}

/** Somebody in a team. */
export interface TeamMember {
  readonly user: UserRecord
  readonly isAdmin: boolean
}

/** Teams by name: those of a user, or all. */
export async function listTeamEntities(
  db: Executor,
  userId: number | null,
  page: NamePage,
): Promise<readonly EntityRecord[]> {
  let select = db.selectFrom('entity').selectAll().where('is_team', '=', 1).orderBy('name').limit(page.limit)
  if (userId !== null) {
    select = select.where('id', 'in', (where) =>
      where.selectFrom('team_member').select('entity_id').where('user_id', '=', userId),
    )
  }
  if (page.after !== null) select = select.where('name', '>', page.after)
  return (await select.execute()).map(toEntity)
}

/** The teams of each of the users, by name, at most so many of one. */
export async function listTeamsOfUsers(
  db: Executor,
  userIds: readonly number[],
  page: TeamPage,
): Promise<readonly (readonly EntityRecord[])[]> {
  let numbered = db
    .selectFrom('team_member')
    .innerJoin('entity', 'entity.id', 'team_member.entity_id')
    .selectAll('entity')
    .select('team_member.user_id')
    .select(sql<number>`row_number() over (partition by team_member.user_id order by entity.name)`.as('place'))
    .where('team_member.user_id', 'in', [...new Set(userIds)])
  if (page.after !== null) numbered = numbered.where('entity.name', '>', page.after)
  if (page.among !== null) numbered = numbered.where('entity.id', 'in', page.among)
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('place', '<=', page.limit)
    .orderBy('place')
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

/** The members of each of the teams, by name, at most so many of one. */
export async function listTeamMembers(
  db: Executor,
  entityIds: readonly number[],
  page: NamePage,
): Promise<readonly (readonly TeamMember[])[]> {
  let numbered = db
    .selectFrom('team_member')
    .innerJoin('app_user', 'app_user.id', 'team_member.user_id')
    .selectAll('app_user')
    .select(['team_member.is_admin as member_is_admin', 'team_member.entity_id as team_id'])
    .select(sql<number>`row_number() over (partition by team_member.entity_id order by app_user.username)`.as('place'))
    .where('team_member.entity_id', 'in', [...new Set(entityIds)])
  if (page.after !== null) numbered = numbered.where('app_user.username', '>', page.after)
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('place', '<=', page.limit)
    .orderBy('place')
    .execute()
  const members = Map.groupBy(rows, ({ team_id: id }) => id)
  return entityIds.map((id) =>
    (members.get(id) ?? []).map((row) => ({ user: toUser(row), isAdmin: row.member_is_admin === 1 })),
  )
}

/** How many members each of the teams has. */
export async function countTeamMembers(db: Executor, entityIds: readonly number[]): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('team_member')
    .select(['entity_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('entity_id', 'in', [...new Set(entityIds)])
    .groupBy('entity_id')
    .execute()
  const counts = new Map(rows.map((row) => [row.entity_id, row.count]))
  return entityIds.map((id) => counts.get(id) ?? 0)
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

/** Adds a member; false for one who is in the team. */
export async function insertTeamMember(
  db: Executor,
  entityId: number,
  userId: number,
  isAdmin: boolean,
): Promise<boolean> {
  const row = await db
    .insertInto('team_member')
    .values({ entity_id: entityId, user_id: userId, is_admin: isAdmin ? 1 : 0 })
    .onConflict((conflict) => conflict.columns(['entity_id', 'user_id']).doNothing())
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Removes a member; false for one who is not in the team. */
export async function deleteTeamMember(db: Executor, entityId: number, userId: number): Promise<boolean> {
  const row = await db
    .deleteFrom('team_member')
    .where('entity_id', '=', entityId)
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}
