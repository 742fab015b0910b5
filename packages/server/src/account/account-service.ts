import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '@slipway/core'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { ApiKeyRecord, EntityRecord, UserRecord, Viewer } from './account.ts'
import type { Changes } from '../live/changes.ts'
import * as store from './account-store.ts'
import { createBrowserSessions, type BrowserSessions } from './browser-sessions.ts'
import { checkName } from './account-name.ts'
import { createOrganizations, type Organizations } from './organizations.ts'
import { apiKeyPrefix, checkApiKeyFormat, createApiKey, hashSecret } from './api-key.ts'

/** How long a checked key is trusted without asking the database again: another server may have deleted it. */
const KEY_CACHE_MS = 5000
const MAX_CACHED_KEYS = 10_000
const MAX_USERS_LISTED = 1000
const MAX_TEAMS_LISTED = 1000
const MAX_KEYS_LISTED = 1000

/** People, teams and keys: who asks, and what they may see. */
export interface AccountService extends BrowserSessions, Organizations {
  /** The viewer whose key this is; null for an unknown key. */
  authenticate(key: string): Promise<Viewer | null>
  /** The viewer of a user, for work that goes on in their name; null when there is no such user. */
  findViewer(userId: number): Promise<Viewer | null>
  /** Makes the first user, an administrator, when there is none yet; null otherwise. */
  createFirstAdministrator(username: string): Promise<{ readonly user: UserRecord; readonly apiKey: string } | null>
  createUser(viewer: Viewer, user: NewUser): Promise<{ readonly user: UserRecord; readonly apiKey: string | null }>
  /** Changes a user. Throws ConflictError when no administrator would be left. */
  updateUser(viewer: Viewer, username: string, change: UserChange): Promise<UserRecord>
  /** Sets the viewer's own e-mail address; null or nothing takes it away. */
  updateOwnEmail(viewer: Viewer, email: string | null): Promise<UserRecord>
  /** Makes a key, of the viewer's own without a user name. */
  createApiKey(viewer: Viewer, description: string | null, username?: string | null): Promise<ApiKeyRecord>
  deleteApiKey(viewer: Viewer, id: string): Promise<void>
  /** The keys of a user, oldest first, at most 1,000; none where they are not the viewer's to see. */
  listApiKeys(viewer: Viewer, user: UserRecord): Promise<readonly ApiKeyRecord[]>
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
  /** Whether the viewer belongs to an entity. */
  isMember(viewer: Viewer, entity: EntityRecord): boolean
  /** The members of a team, or whose a person's own entity is. */
  listTeamMembers(
    viewer: Viewer,
    entity: EntityRecord,
  ): Promise<readonly { readonly user: UserRecord; readonly isAdmin: boolean }[]>
  /** The entity of this name, or the viewer's own without a name; null when the viewer is not in it. */
  findEntity(viewer: Viewer, name: string | null): Promise<EntityRecord | null>
  /** The id of an entity that the viewer is in. Throws NotFoundError otherwise, whether or not the entity exists. */
  requireEntityId(viewer: Viewer, name: string | null): number
  findUserById(id: number): Promise<UserRecord | null>
  searchUsers(viewer: Viewer, query: string | null): Promise<readonly UserRecord[]>
}

export interface NewUser {
  readonly username: string
  readonly email: string | null
  readonly isAdmin: boolean
  /** A key to import; null makes a new one. */
  readonly apiKey: string | null
}

/** What is to change about a user; null leaves it as it is. */
export interface UserChange {
  readonly email: string | null
  readonly isAdmin: boolean | null
}

/** Creates the account service. */
export function createAccountService({
  database,
  clock,
  changes,
}: {
  readonly database: Database
  readonly clock: Clock
  readonly changes: Changes
}): AccountService {
  const { db } = database
  // What is asked for each of a list is loaded for all of them together.
  const userById = createBatch((ids: readonly number[]) => store.findUsersById(db, ids))
  const entityById = createBatch((ids: readonly number[]) => store.findEntitiesById(db, ids))
  const teamsOfUser = createBatch((ids: readonly number[]) => store.listTeamsOfUsers(db, ids))
  const membersOfTeam = createBatch((ids: readonly number[]) => store.listTeamMembers(db, ids))
  const keysOfUser = createBatch((ids: readonly number[]) => store.listApiKeys(db, ids, MAX_KEYS_LISTED))
  const viewersByKey = new Map<string, { readonly viewer: Viewer; readonly until: number }>()
  changes.onElsewhere('access-of-user', ['state'], () => viewersByKey.clear())

  async function insertUserWithEntity(
    user: NewUser,
  ): Promise<{ readonly user: UserRecord; readonly apiKey: string | null }> {
    checkName(user.username, 'user')
    if (user.apiKey !== null) checkApiKeyFormat(user.apiKey)
    const apiKey = user.apiKey ?? createApiKey()
    const now = clock.now()
    return database.transaction(async (transaction) => {
      if ((await store.findEntityByName(transaction, user.username)) !== undefined) {
        throw new ConflictError(`Cannot create user "${user.username}": the name is taken. Choose another name.`)
      }
      if ((await store.findUserByKeyHash(transaction, hashSecret(apiKey))) !== undefined) {
        throw new ConflictError(
          `Cannot create user "${user.username}": the API key belongs to another user. Use another key.`,
        )
      }
      const entity = await store.insertEntity(transaction, { name: user.username, isTeam: false, createdAt: now })
      const record = await store.insertUser(transaction, { ...user, entityId: entity.id, createdAt: now })
      await store.insertApiKey(transaction, {
        userId: record.id,
        hash: hashSecret(apiKey),
        prefix: apiKeyPrefix(apiKey),
        description: user.apiKey === null ? 'first key' : 'imported',
        createdAt: now,
      })
      return { user: record, apiKey: user.apiKey === null ? apiKey : null }
    })
  }

  async function loadViewer(user: UserRecord): Promise<Viewer> {
    const teams = await store.listTeams(db, user.id)
    return {
      user,
      entityIds: new Map([
        [user.username, user.entityId],
        ...teams.map(({ entity }): [string, number] => [entity.name, entity.id]),
      ]),
      adminEntityIds: new Set([
        user.entityId,
        ...teams.filter(({ isAdmin }) => isAdmin).map(({ entity }) => entity.id),
      ]),
    }
  }

  async function requireTeamToChange(viewer: Viewer, name: string): Promise<EntityRecord> {
    const entity = await store.findEntityByName(db, name)
    if (entity === undefined || !entity.isTeam || (!viewer.user.isAdmin && !viewer.entityIds.has(name))) {
      throw new NotFoundError(`Cannot change team "${name}": there is no such team. Check the name.`)
    }
    if (!viewer.user.isAdmin && !viewer.adminEntityIds.has(entity.id)) {
      throw new NotAllowedError(`Cannot change team "${name}": only its administrators may. Ask one of them.`)
    }
    return entity
  }

  async function requireUser(username: string): Promise<UserRecord> {
    const user = await store.findUserByName(db, username)
    if (user === undefined) throw new NotFoundError(`Cannot find user "${username}". Check the name.`)
    return user
  }

  const service: AccountService = {
    ...createBrowserSessions({ db, clock, changes, loadViewer }),
    ...createOrganizations({ database, clock }),
    async authenticate(key) {
      const hash = hashSecret(key)
      const now = clock.now()
      const cached = viewersByKey.get(hash)
      if (cached !== undefined && cached.until > now) return cached.viewer
      const found = await store.findUserByKeyHash(db, hash)
      if (found === undefined) {
        viewersByKey.delete(hash)
        return null
      }
      const viewer = await loadViewer(found.user)
      if (viewersByKey.size >= MAX_CACHED_KEYS) viewersByKey.clear()
      viewersByKey.set(hash, { viewer, until: now + KEY_CACHE_MS })
      if (cached === undefined) await store.markApiKeyUsed(db, found.keyId, now)
      return viewer
    },
    async authenticateSession(token) {
      const userId = await store.findTokenUser(db, 'session', hashSecret(token), clock.now())
      const user = userId === undefined ? undefined : await store.findUserById(db, userId)
      return user === undefined ? null : loadViewer(user)
    },
    async findViewer(userId) {
      const user = await store.findUserById(db, userId)
      return user === undefined ? null : loadViewer(user)
    },
    async createFirstAdministrator(username) {
      if (await store.hasUsers(db)) return null
      const { user, apiKey } = await insertUserWithEntity({ username, email: null, isAdmin: true, apiKey: null })
      return apiKey === null ? null : { user, apiKey }
    },
    async createUser(viewer, user) {
      if (!viewer.user.isAdmin) {
        throw new NotAllowedError(`Cannot create user "${user.username}": only an administrator may. Ask one.`)
      }
      return insertUserWithEntity(user)
    },
    async updateUser(viewer, username, change) {
      if (!viewer.user.isAdmin) {
        throw new NotAllowedError(`Cannot change user "${username}": only an administrator may. Ask one.`)
      }
      const user = await requireUser(username)
      const changed = await database.transaction(async (transaction) => {
        const administratorIds = await store.lockAdministrators(transaction, database.dialect)
        if (change.isAdmin === false && administratorIds.every((id) => id === user.id)) {
          throw new ConflictError(
            `Cannot take administration from user "${username}": no administrator would be left. Make another one first.`,
          )
        }
        await store.updateUser(transaction, user.id, {
          ...(change.email === null ? {} : { email: change.email === '' ? null : change.email }),
          ...(change.isAdmin === null ? {} : { is_admin: change.isAdmin ? 1 : 0 }),
        })
        return store.findUserById(transaction, user.id)
      })
      viewersByKey.clear()
      return changed ?? user
    },
    async updateOwnEmail({ user }, email) {
      const address = email?.trim() ?? ''
      if (address !== '' && !/^[^\s@]+@[^\s@]+$/.test(address)) {
        throw new InvalidInputError(`Cannot set the e-mail address "${address.slice(0, 100)}": it is none. Check it.`)
      }
      await store.updateUser(db, user.id, { email: address === '' ? null : address })
      viewersByKey.clear()
      return (await store.findUserById(db, user.id)) ?? user
    },
    async createApiKey(viewer, description, username = null) {
      if (username !== null && username !== viewer.user.username && !viewer.user.isAdmin) {
        throw new NotAllowedError(
          `Cannot make an API key for "${username}": only an administrator may. Make one for yourself, or ask an administrator.`,
        )
      }
      const owner = username === null ? viewer.user : await requireUser(username)
      const wholeKey = createApiKey()
      const record = await store.insertApiKey(db, {
        userId: owner.id,
        hash: hashSecret(wholeKey),
        prefix: apiKeyPrefix(wholeKey),
        description,
        createdAt: clock.now(),
      })
      return { ...record, wholeKey }
    },
    async deleteApiKey(viewer, id) {
      const ownerId = viewer.user.isAdmin ? null : viewer.user.id
      const deleted = /^\d{1,15}$/.test(id) ? await store.deleteApiKeyRow(db, Number(id), ownerId) : undefined
      if (deleted === undefined) {
        throw new NotFoundError(
          `Cannot delete API key "${id.slice(0, 100)}": there is no such key that you may delete. List the keys again.`,
        )
      }
      viewersByKey.delete(deleted.hash)
      changes.accessOfUser(deleted.userId)
    },
    async listApiKeys(viewer, user) {
      return viewer.user.id === user.id || viewer.user.isAdmin ? keysOfUser(user.id) : []
    },
    async createTeam(viewer, name, adminUsername) {
      checkName(name, 'team')
      const admin = adminUsername === null ? viewer.user : await requireUser(adminUsername)
      if (admin.id !== viewer.user.id && !viewer.user.isAdmin) {
        throw new NotAllowedError(
          `Cannot create team "${name}" for "${adminUsername}": only an administrator may. Create it for yourself.`,
        )
      }
      const team = await database.transaction(async (transaction) => {
        if ((await store.findEntityByName(transaction, name)) !== undefined) {
          throw new ConflictError(`Cannot create team "${name}": the name is taken. Choose another name.`)
        }
        const entity = await store.insertEntity(transaction, { name, isTeam: true, createdAt: clock.now() })
        await store.upsertTeamMember(transaction, entity.id, admin.id, true)
        return entity
      })
      viewersByKey.clear()
      changes.accessOfUser(admin.id)
      return team
    },
    async addTeamMember(viewer, member) {
      const team = await requireTeamToChange(viewer, member.team)
      const user = await requireUser(member.username)
      await store.upsertTeamMember(db, team.id, user.id, member.isAdmin)
      viewersByKey.clear()
      changes.accessOfUser(user.id)
    },
    async removeTeamMember(viewer, member) {
      const team = await requireTeamToChange(viewer, member.team)
      const user = await requireUser(member.username)
      await store.deleteTeamMember(db, team.id, user.id)
      viewersByKey.clear()
      changes.accessOfUser(user.id)
    },
    listAllTeams: (viewer) => store.listTeamEntities(db, viewer.user.isAdmin ? null : viewer.user.id, MAX_TEAMS_LISTED),
    async listEntities(viewer, user) {
      const seesAll = viewer.user.id === user.id || viewer.user.isAdmin
      const [own, teams] = await Promise.all([seesAll ? entityById(user.entityId) : undefined, teamsOfUser(user.id)])
      return [...(own === undefined ? [] : [own]), ...teams.filter(({ name }) => seesAll || viewer.entityIds.has(name))]
    },
    isMember: (viewer, entity) => viewer.entityIds.get(entity.name) === entity.id,
    async listTeamMembers(viewer, entity) {
      if (!viewer.user.isAdmin && !service.isMember(viewer, entity)) return []
      if (entity.isTeam) return membersOfTeam(entity.id)
      const owner = await store.findUserByName(db, entity.name)
      return owner === undefined ? [] : [{ user: owner, isAdmin: true }]
    },
    async findEntity(viewer, name) {
      const id = viewer.entityIds.get(name === null || name === '' ? viewer.user.username : name)
      return id === undefined ? null : ((await store.findEntityById(db, id)) ?? null)
    },
    requireEntityId(viewer, name) {
      const wanted = name === null || name === '' ? viewer.user.username : name
      const id = viewer.entityIds.get(wanted)
      if (id === undefined) {
        throw new NotFoundError(
          `Cannot find entity "${wanted}": there is none of that name that you belong to. Check the name, or ask to be added to the team.`,
        )
      }
      return id
    },
    async findUserById(id) {
      return (await userById(id)) ?? null
    },
    async searchUsers(viewer, query) {
      if (viewer.user.isAdmin) return store.searchUsers(db, query, MAX_USERS_LISTED)
      return query === viewer.user.username || query === viewer.user.email ? [viewer.user] : []
    },
  }
  return service
}
