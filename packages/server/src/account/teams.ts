import { ConflictError, NotAllowedError, NotFoundError } from '@slipway/core'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { EntityRecord, UserRecord, Viewer } from './account.ts'
import { checkName } from './account-name.ts'
import { findEntitiesById, findEntityByName, insertEntity } from './entity-store.ts'
import type { KnownViewers } from './known-viewers.ts'
import { requireUser } from './require-user.ts'
import * as store from './team-store.ts'
import { findUserByName } from './user-store.ts'

const MAX_TEAMS_LISTED = 1000

/** The teams of the server, and who is in them. */
export interface Teams {
  createTeam(viewer: Viewer, name: string, adminUsername: string | null): Promise<EntityRecord>
  addTeamMember(
    viewer: Viewer,
    member: { readonly team: string; readonly username: string; readonly isAdmin: boolean },
  ): Promise<void>
  removeTeamMember(viewer: Viewer, member: { readonly team: string; readonly username: string }): Promise<void>
  /** The teams of the viewer; all of them for an administrator. */
  listAllTeams(viewer: Viewer): Promise<readonly EntityRecord[]>
  /** What a user belongs to, as far as the viewer may see it: the user's own entity, then the teams by name. */
  listEntities(viewer: Viewer, user: UserRecord): Promise<readonly EntityRecord[]>
  /** The members of a team, or whose a person's own entity is. */
  listTeamMembers(
    viewer: Viewer,
    entity: EntityRecord,
  ): Promise<readonly { readonly user: UserRecord; readonly isAdmin: boolean }[]>
}

/** Creates the part of the account service that is about teams. */
export function createTeams({
  database,
  clock,
  changes,
  viewers,
}: {
  readonly database: Database
  readonly clock: Clock
  readonly changes: Changes
  readonly viewers: KnownViewers
}): Teams {
  const { db } = database
  // What is asked for each of a list is loaded for all of them together.
  const entityById = createBatch((ids: readonly number[]) => findEntitiesById(db, ids))
  const teamsOfUser = createBatch((ids: readonly number[]) => store.listTeamsOfUsers(db, ids))
  const membersOfTeam = createBatch((ids: readonly number[]) => store.listTeamMembers(db, ids))

  async function requireTeamToChange(viewer: Viewer, name: string): Promise<EntityRecord> {
    const entity = await findEntityByName(db, name)
    if (entity === undefined || !entity.isTeam || (!viewer.user.isAdmin && !viewer.entityIds.has(name))) {
      throw new NotFoundError(`Cannot change team "${name}": there is no such team. Check the name.`)
    }
    if (!viewer.user.isAdmin && !viewer.adminEntityIds.has(entity.id)) {
      throw new NotAllowedError(`Cannot change team "${name}": only its administrators may. Ask one of them.`)
    }
    return entity
  }

  return {
    async createTeam(viewer, name, adminUsername) {
      checkName(name, 'team')
      const admin = adminUsername === null ? viewer.user : await requireUser(db, adminUsername)
      if (admin.id !== viewer.user.id && !viewer.user.isAdmin) {
        throw new NotAllowedError(
          `Cannot create team "${name}" for "${adminUsername}": only an administrator may. Create it for yourself.`,
        )
      }
      const team = await database.transaction(async (transaction) => {
        if ((await findEntityByName(transaction, name)) !== undefined) {
          throw new ConflictError(`Cannot create team "${name}": the name is taken. Choose another name.`)
        }
        const entity = await insertEntity(transaction, { name, isTeam: true, createdAt: clock.now() })
        await store.upsertTeamMember(transaction, entity.id, admin.id, true)
        return entity
      })
      viewers.forget()
      changes.accessOfUser(admin.id)
      return team
    },
    async addTeamMember(viewer, member) {
      const team = await requireTeamToChange(viewer, member.team)
      const user = await requireUser(db, member.username)
      await store.upsertTeamMember(db, team.id, user.id, member.isAdmin)
      viewers.forget()
      changes.accessOfUser(user.id)
    },
    async removeTeamMember(viewer, member) {
      const team = await requireTeamToChange(viewer, member.team)
      const user = await requireUser(db, member.username)
      await store.deleteTeamMember(db, team.id, user.id)
      viewers.forget()
      changes.accessOfUser(user.id)
    },
    listAllTeams: (viewer) => store.listTeamEntities(db, viewer.user.isAdmin ? null : viewer.user.id, MAX_TEAMS_LISTED),
    async listEntities(viewer, user) {
      const seesAll = viewer.user.id === user.id || viewer.user.isAdmin
      const [own, teams] = await Promise.all([seesAll ? entityById(user.entityId) : undefined, teamsOfUser(user.id)])
      return [...(own === undefined ? [] : [own]), ...teams.filter(({ name }) => seesAll || viewer.entityIds.has(name))]
    },
    async listTeamMembers(viewer, entity) {
      if (!viewer.user.isAdmin && viewer.entityIds.get(entity.name) !== entity.id) return []
      if (entity.isTeam) return membersOfTeam(entity.id)
      const owner = await findUserByName(db, entity.name)
      return owner === undefined ? [] : [{ user: owner, isAdmin: true }]
    },
  }
}
