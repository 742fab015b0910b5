import type { Executor } from '../database/database.ts'
import type { EntityRecord, UserRecord } from './account.ts'
import { toEntity } from './entity-store.ts'
import { toUser } from './user-store.ts'

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
