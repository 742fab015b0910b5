import { NotAllowedError, NotFoundError } from '@slipway/core'
import type { Clock } from '../clock.ts'
import type { Executor } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import { createPagedBatch } from '../paged-batch.ts'
import type { ApiKeyRecord, UserRecord, Viewer } from './account.ts'
import { apiKeyPrefix, createApiKey, hashSecret } from './api-key.ts'
import * as store from './api-key-store.ts'
import type { KnownViewers } from './known-viewers.ts'
import { requireUser } from './require-user.ts'

/** Where to go on in a list of keys. */
export interface KeyPage {
  /** Only keys after this id; 0 for the first page. */
  readonly after: number
  readonly limit: number
}

/** The keys by which programs and people show who they are. */
export interface ApiKeys {
  /** Makes a key, of the viewer's own without a user name. */
  createApiKey(viewer: Viewer, description: string | null, username?: string | null): Promise<ApiKeyRecord>
  deleteApiKey(viewer: Viewer, id: string): Promise<void>
  /** A page of the keys of a user, oldest first; none where they are not the viewer's to see. */
  listApiKeys(viewer: Viewer, user: UserRecord, page: KeyPage): Promise<readonly ApiKeyRecord[]>
}

/** Creates the part of the account service that is about keys. */
export function createApiKeys({
  db,
  clock,
  changes,
  viewers,
}: {
  readonly db: Executor
  readonly clock: Clock
  readonly changes: Changes
  readonly viewers: KnownViewers
}): ApiKeys {
  const keysOfUser = createPagedBatch((ids: readonly number[], page: KeyPage) => store.listApiKeys(db, ids, page))

  return {
    async createApiKey(viewer, description, username = null) {
      if (username !== null && username !== viewer.user.username && !viewer.user.isAdmin) {
        throw new NotAllowedError(
          `Cannot create an API key for "${username}": only an administrator may. Create one for yourself, or ask an administrator.`,
        )
      }
      const owner = username === null ? viewer.user : await requireUser(db, username)
      const wholeKey = createApiKey()
      const record = await store.insertApiKey(db, {
        userId: owner.id,
        hash: hashSecret(wholeKey),
        prefix: apiKeyPrefix(wholeKey),
        description,
        createdAt: clock.now(),
      })
      changes.user(owner.id, 'keys')
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
      viewers.forget(deleted.hash)
      changes.accessOfUser(deleted.userId)
      changes.user(deleted.userId, 'keys')
    },
    async listApiKeys(viewer, user, page) {
      return viewer.user.id === user.id || viewer.user.isAdmin ? keysOfUser(user.id, page) : []
    },
  }
}
