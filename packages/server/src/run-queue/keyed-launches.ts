import { createHash } from 'node:crypto'
import { ConflictError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { insertItems, type NewItem } from './hot-item-store.ts'
import { findItem, readRunSpec } from './item-store.ts'
import { findKeyedLaunch, forgetLaunchKeys, nameKeyedItem, takeLaunchKey } from './launch-once-store.ts'
import type { LaunchRequest } from './launch-request.ts'
import type { PushedLaunch } from './pushed-launch.ts'

const KEPT_MS = 7 * 24 * 3_600_000

/**
 * Launches that may be sent twice, by a double click or after a lost answer, and are queued once. They do not share commits
 * with others: people send them, not programs.
 */
export interface KeyedLaunches {
  /** What was queued under this key; null when nothing was. Throws ConflictError when it was something else. */
  find(viewer: Viewer, request: LaunchRequest, launchKey: string): Promise<PushedLaunch | null>
  /** Queues an item; the id is undefined when the queue was deleted, or when the key was taken meanwhile. */
  insert(
    request: LaunchRequest,
    item: NewItem,
    launchKey: string,
  ): Promise<{ readonly id: number | undefined; readonly createdAt: number }>
}

/** Creates the keyed launches of a database. */
export function createKeyedLaunches({
  database,
  clock,
}: {
  readonly database: Database
  readonly clock: Clock
}): KeyedLaunches {
  return {
    async find(viewer, request, launchKey) {
      const known = await findKeyedLaunch(database.db, { authorId: viewer.user.id, launchKey })
      const item = known === undefined ? undefined : await findItem(database.db, known.itemId)
      if (known === undefined || item === undefined) return null
      if (known.requestHash !== hashOf(request)) {
        throw new ConflictError(
          `Cannot launch on run queue "${request.queue.name}": another launch was sent under the key "${launchKey}". Send this one under a new key.`,
        )
      }
      return { item, runSpec: (await readRunSpec(database.db, item.id)) ?? '{}', notes: [] }
    },
    async insert(request, item, launchKey) {
      const now = clock.now()
      const keyed = { authorId: item.authorId, launchKey }
      const id = await database.transaction(async (transaction) => {
        await forgetLaunchKeys(transaction, now - KEPT_MS)
        if (!(await takeLaunchKey(transaction, { ...keyed, requestHash: hashOf(request), now }))) return undefined
        const [added] = await insertItems(transaction, database.dialect, [item], now)
        if (added !== undefined) await nameKeyedItem(transaction, keyed, added)
        return added
      })
      return { id, createdAt: now }
    },
  }
}

function hashOf({ queue, runSpec, priority, templateValues }: LaunchRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([queue.id, runSpec, priority, templateValues]))
    .digest('base64url')
}
