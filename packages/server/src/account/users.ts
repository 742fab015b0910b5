import { ConflictError, InvalidInputError, NotAllowedError } from '@slipway/core'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { UserRecord, Viewer } from './account.ts'
import { checkName } from './account-name.ts'
import { apiKeyPrefix, checkApiKeyFormat, createApiKey, hashSecret } from './api-key.ts'
import { findUserByKeyHash, insertApiKey } from './api-key-store.ts'
import { findEntityByName, insertEntity } from './entity-store.ts'
import type { KnownViewers } from './known-viewers.ts'
import { requireUser } from './require-user.ts'
import * as store from './user-store.ts'

/** The people of the server. */
export interface Users {
  /** Makes the first user, an administrator, when there is none yet; null otherwise. */
  createFirstAdministrator(username: string): Promise<{ readonly user: UserRecord; readonly apiKey: string } | null>
  createUser(viewer: Viewer, user: NewUser): Promise<{ readonly user: UserRecord; readonly apiKey: string | null }>
  /** Changes a user. Throws ConflictError when no administrator would be left. */
  updateUser(viewer: Viewer, username: string, change: UserChange): Promise<UserRecord>
  /** Sets the viewer's own e-mail address; null or nothing takes it away. */
  updateOwnEmail(viewer: Viewer, email: string | null): Promise<UserRecord>
  findUserById(id: number): Promise<UserRecord | null>
  /** Users by name; for others than administrators at most themselves. */
  searchUsers(viewer: Viewer, search: store.UserSearch): Promise<readonly UserRecord[]>
}

/** Who is to be a user. */
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

/** Creates the part of the account service that is about people. */
export function createUsers({
  database,
  clock,
  changes,
  viewers,
}: {
  readonly database: Database
  readonly clock: Clock
  readonly changes: Changes
  readonly viewers: KnownViewers
}): Users {
  const { db } = database
  // What is asked for each of a list is loaded for all of them together.
  const userById = createBatch((ids: readonly number[]) => store.findUsersById(db, ids))

  async function insertUserWithEntity(
    user: NewUser,
  ): Promise<{ readonly user: UserRecord; readonly apiKey: string | null }> {
    checkName(user.username, 'user')
    if (user.apiKey !== null) checkApiKeyFormat(user.apiKey)
    const apiKey = user.apiKey ?? createApiKey()
    const now = clock.now()
    return database.transaction(async (transaction) => {
      if ((await findEntityByName(transaction, user.username)) !== undefined) {
        throw new ConflictError(`Cannot create user "${user.username}": the name is taken. Choose another name.`)
      }
      if ((await findUserByKeyHash(transaction, hashSecret(apiKey))) !== undefined) {
        throw new ConflictError(
          `Cannot create user "${user.username}": the API key belongs to another user. Use another key.`,
        )
      }
      const entity = await insertEntity(transaction, { name: user.username, isTeam: false, createdAt: now })
      const record = await store.insertUser(transaction, { ...user, entityId: entity.id, createdAt: now })
      await insertApiKey(transaction, {
        userId: record.id,
        hash: hashSecret(apiKey),
        prefix: apiKeyPrefix(apiKey),
        description: user.apiKey === null ? 'first key' : 'imported',
        createdAt: now,
      })
      return { user: record, apiKey: user.apiKey === null ? apiKey : null }
    })
  }

  return {
    async createFirstAdministrator(username) {
      if (await store.hasUsers(db)) return null
      const { user, apiKey } = await insertUserWithEntity({ username, email: null, isAdmin: true, apiKey: null })
      return apiKey === null ? null : { user, apiKey }
    },
    async createUser(viewer, user) {
      if (!viewer.user.isAdmin) {
        throw new NotAllowedError(`Cannot create user "${user.username}": only an administrator may. Ask one.`)
      }
      const made = await insertUserWithEntity(user)
      changes.user(made.user.id, 'created')
      return made
    },
    async updateUser(viewer, username, change) {
      if (!viewer.user.isAdmin) {
        throw new NotAllowedError(`Cannot change user "${username}": only an administrator may. Ask one.`)
      }
      const user = await requireUser(db, username)
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
      viewers.forget()
      // Administrators see what others do not: their subscriptions look again.
      if (change.isAdmin !== null && change.isAdmin !== user.isAdmin) {
        changes.accessOfUser(user.id)
        changes.user(user.id, 'teams')
      }
      changes.user(user.id, 'config')
      return changed ?? user
    },
    async updateOwnEmail({ user }, email) {
      const address = email?.trim() ?? ''
      if (address !== '' && !/^[^\s@]+@[^\s@]+$/.test(address)) {
        throw new InvalidInputError(`Cannot set the e-mail address "${address.slice(0, 100)}": it is none. Check it.`)
      }
      await store.updateUser(db, user.id, { email: address === '' ? null : address })
      viewers.forget()
      changes.user(user.id, 'config')
      return (await store.findUserById(db, user.id)) ?? user
    },
    async findUserById(id) {
      return (await userById(id)) ?? null
    },
    async searchUsers({ user }, search) {
      if (user.isAdmin) return store.searchUsers(db, database.dialect, search)
      const isMeant = search.query === user.username || search.query === user.email
      return isMeant && search.search === null && search.after === null && search.limit > 0 ? [user] : []
    },
  }
}
