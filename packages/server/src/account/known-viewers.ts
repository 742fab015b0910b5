import type { Clock } from '../clock.ts'
import type { Executor } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { UserRecord, Viewer } from './account.ts'
import { hashSecret } from './api-key.ts'
import * as keys from './api-key-store.ts'
import { listTeams } from './team-store.ts'
import { findUserById } from './user-store.ts'

/** How long a checked key is trusted without asking the database again: another server may have deleted it. */
const KEY_CACHE_MS = 5000
const MAX_CACHED_KEYS = 10_000

/** Who asks: the viewers of keys and users. */
export interface KnownViewers {
  /** The viewer whose key this is; null for an unknown key. */
  authenticate(key: string): Promise<Viewer | null>
  /** The viewer of a user, for work that goes on in their name; null when there is no such user. */
  findViewer(userId: number): Promise<Viewer | null>
  /** A user with what they belong to now. */
  loadViewer(user: UserRecord): Promise<Viewer>
  /** Forgets the viewer of one key, by its hash, or of all. */
  forget(keyHash?: string): void
}

/** Creates the viewers, who are kept for a moment: each request asks for one. */
export function createKnownViewers({
  db,
  clock,
  changes,
}: {
  readonly db: Executor
  readonly clock: Clock
  readonly changes: Changes
}): KnownViewers {
  const viewersByKey = new Map<string, { readonly viewer: Viewer; readonly until: number }>()
  changes.onElsewhere('access-of-user', ['state'], () => viewersByKey.clear())

  async function loadViewer(user: UserRecord): Promise<Viewer> {
    const teams = await listTeams(db, user.id)
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

  return {
    async authenticate(key) {
      const hash = hashSecret(key)
      const now = clock.now()
      const cached = viewersByKey.get(hash)
      if (cached !== undefined && cached.until > now) return cached.viewer
      const found = await keys.findUserByKeyHash(db, hash)
      if (found === undefined) {
        viewersByKey.delete(hash)
        return null
      }
      const viewer = await loadViewer(found.user)
      if (viewersByKey.size >= MAX_CACHED_KEYS) viewersByKey.clear()
      viewersByKey.set(hash, { viewer, until: now + KEY_CACHE_MS })
      if (cached === undefined) {
        await keys.markApiKeyUsed(db, found.keyId, now)
        changes.user(found.user.id, 'keys')
      }
      return viewer
    },
    async findViewer(userId) {
      const user = await findUserById(db, userId)
      return user === undefined ? null : loadViewer(user)
    },
    loadViewer,
    forget(keyHash) {
      if (keyHash === undefined) viewersByKey.clear()
      else viewersByKey.delete(keyHash)
    },
  }
}
