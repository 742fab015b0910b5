import { ConflictError, NotAllowedError, NotFoundError } from '@slipway/core'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import { createPagedBatch } from '../paged-batch.ts'
import type { EntityRecord, UserRecord, Viewer } from './account.ts'
import { checkName } from './account-name.ts'
import { findEntitiesById, findEntityByName, insertEntity } from './entity-store.ts'
import type { KnownViewers } from './known-viewers.ts'
import { requireUser } from './require-user.ts'
import * as store from './team-store.ts'
import type { NamePage, TeamMember } from './team-store.ts'
import { findUserById, findUserByName } from './user-store.ts'

export type { TeamMember } from './team-store.ts'

/** The teams of the server, and who is in them. */
export interface Teams {
  createTeam(viewer: Viewer, name: string, adminUsername: string | null): Promise<EntityRecord>
  addTeamMember(
    viewer: Viewer,
    member: { readonly team: string; readonly username: string; readonly isAdmin: boolean },
  ): Promise<void>
  removeTeamMember(viewer: Viewer, member: { readonly team: string; readonly username: string }): Promise<void>
  /** Adds a user and answers with who it is, and when. Throws ConflictError for one who is in the team. */
  inviteToTeam(
    viewer: Viewer,
    invite: { readonly team: string; readonly username: string; readonly isAdmin: boolean },
  ): Promise<{ readonly user: UserRecord; readonly createdAt: number }>
  /** Removes the member with this user id. Throws NotFoundError when there is none. */
  removeTeamMemberById(viewer: Viewer, member: { readonly team: string; readonly userId: number }): Promise<void>
  /** A page of the teams of the viewer, by name; of all teams for an administrator. */
  listAllTeams(viewer: Viewer, page: NamePage): Promise<readonly EntityRecord[]>
  /** The team of this name; null for those who are neither in it nor administrators. */
  findTeam(viewer: Viewer, name: string): Promise<EntityRecord | null>
  /**
   * A page of what a user belongs to, as far as the viewer may see it: the user's own entity, which comes after no name,
   * then the teams by name.
   */
  listEntities(viewer: Viewer, user: UserRecord, page: NamePage): Promise<readonly EntityRecord[]>
  /** A page of the members of a team by name, or whose a person's own entity is. */
  listTeamMembers(viewer: Viewer, entity: EntityRecord, page: NamePage): Promise<readonly TeamMember[]>
  countTeamMembers(viewer: Viewer, entity: EntityRecord): Promise<number>
  /** Whether the viewer may add and remove members. */
  mayChangeMembers(viewer: Viewer, entity: EntityRecord): boolean
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
  const teamsOfUser = createPagedBatch((ids: readonly number[], page: store.TeamPage) =>
    store.listTeamsOfUsers(db, ids, page),
  )
  const membersOfTeam = createPagedBatch((ids: readonly number[], page: NamePage) =>
    store.listTeamMembers(db, ids, page),
  )
  const memberCount = createBatch((ids: readonly number[]) => store.countTeamMembers(db, ids))

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

  function tellOfMembers(team: EntityRecord, user: UserRecord, aspect: 'created' | 'members'): void {
    viewers.forget()
    changes.accessOfUser(user.id)
    changes.user(user.id, 'teams')
    changes.team(team.id, aspect)
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
      tellOfMembers(team, admin, 'created')
      return team
    },
    async addTeamMember(viewer, member) {
      const team = await requireTeamToChange(viewer, member.team)
      const user = await requireUser(db, member.username)
      await store.upsertTeamMember(db, team.id, user.id, member.isAdmin)
      tellOfMembers(team, user, 'members')
    },
    async removeTeamMember(viewer, member) {
      const team = await requireTeamToChange(viewer, member.team)
      const user = await requireUser(db, member.username)
      await store.deleteTeamMember(db, team.id, user.id)
      tellOfMembers(team, user, 'members')
    },
    async inviteToTeam(viewer, invite) {
      const team = await requireTeamToChange(viewer, invite.team)
      const user = await requireUser(db, invite.username)
      if (!(await store.insertTeamMember(db, team.id, user.id, invite.isAdmin))) {
        throw new ConflictError(
          `Cannot invite "${invite.username}" to team "${invite.team}": they are in it. Change or remove the member instead.`,
        )
      }
      tellOfMembers(team, user, 'members')
      return { user, createdAt: clock.now() }
    },
    async removeTeamMemberById(viewer, member) {
      const team = await requireTeamToChange(viewer, member.team)
      const user = await findUserById(db, member.userId)
      if (user === undefined || !(await store.deleteTeamMember(db, team.id, user.id))) {
        throw new NotFoundError(
          `Cannot remove the member from team "${member.team}": there is none of this id. List the members again.`,
        )
      }
      tellOfMembers(team, user, 'members')
    },
    listAllTeams: (viewer, page) => store.listTeamEntities(db, viewer.user.isAdmin ? null : viewer.user.id, page),
    async findTeam(viewer, name) {
      if (!viewer.user.isAdmin && !viewer.entityIds.has(name)) return null
      const entity = await findEntityByName(db, name)
      return entity !== undefined && entity.isTeam && maySee(viewer, entity) ? entity : null
    },
    async listEntities(viewer, user, page) {
      const seesAll = viewer.user.id === user.id || viewer.user.isAdmin
      const [own, teams] = await Promise.all([
        seesAll && page.after === null ? entityById(user.entityId) : undefined,
        teamsOfUser(user.id, { ...page, among: seesAll ? null : [...viewer.entityIds.values()] }),
      ])
      return [...(own === undefined ? [] : [own]), ...teams].slice(0, page.limit)
    },
    async listTeamMembers(viewer, entity, page) {
      if (!maySee(viewer, entity)) return []
      if (entity.isTeam) return membersOfTeam(entity.id, page)
      const owner = page.after === null ? await findUserByName(db, entity.name) : undefined
      return owner === undefined ? [] : [{ user: owner, isAdmin: true }].slice(0, page.limit)
    },
    async countTeamMembers(viewer, entity) {
      if (!maySee(viewer, entity)) return 0
      return entity.isTeam ? memberCount(entity.id) : 1
    },
    mayChangeMembers: (viewer, entity) =>
      entity.isTeam && (viewer.user.isAdmin || viewer.adminEntityIds.has(entity.id)),
  }
}

function maySee(viewer: Viewer, entity: EntityRecord): boolean {
  return viewer.user.isAdmin || viewer.entityIds.get(entity.name) === entity.id
}
