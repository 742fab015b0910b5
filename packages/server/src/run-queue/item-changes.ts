import { InvalidInputError, KnownError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { cancelUnclaimed, setPriority } from './item-change-store.ts'
import type { ItemService } from './item-service.ts'
import { listItemsById } from './item-store.ts'
import type { QueueService } from './queue-service.ts'
import { HIGHEST_PRIORITY, LOWEST_PRIORITY, type RunQueueItemRecord, type RunQueueRecord } from './run-queue.ts'
import { formatItemId } from './wire-id.ts'
import type { Wake } from './wake-relay.ts'

const MAX_ITEMS_AT_ONCE = 1000

/** An item that was not changed, and why, for a person. */
export interface ItemRefusal {
  readonly runQueueItemId: string
  readonly message: string
}

/** What became of a change of many items: each is either changed or refused. */
export interface ItemsChange {
  readonly changed: readonly RunQueueItemRecord[]
  readonly refused: readonly ItemRefusal[]
}

/** Changes of many items at once. One that cannot be changed holds up none of the others. */
export interface ItemChanges {
  /** Sets the priority of items that wait. Only who launched an item and who may change its queue may. */
  setPriority(viewer: Viewer, wireIds: readonly string[], priority: number): Promise<ItemsChange>
  /** Ends items. With `onlyWaiting` one that runs by now is refused, not stopped. */
  cancel(viewer: Viewer, wireIds: readonly string[], onlyWaiting: boolean): Promise<ItemsChange>
}

interface Named {
  readonly wireId: string
  readonly item: RunQueueItemRecord
  readonly queue: RunQueueRecord
}

/** Creates the changes. `onChanged` is told of each item that is not what it was. */
export function createItemChanges(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly queues: QueueService
  readonly items: Pick<ItemService, 'requireAddress' | 'cancel'>
  readonly wake: Wake
  readonly onChanged: (item: RunQueueItemRecord) => void
}): ItemChanges {
  const { database, clock, queues, items } = deps

  async function look(viewer: Viewer, wireIds: readonly string[]) {
    if (wireIds.length > MAX_ITEMS_AT_ONCE) {
      throw new InvalidInputError(
        `Cannot change ${wireIds.length} run queue items at once: at most ${MAX_ITEMS_AT_ONCE} are. Change them in parts.`,
      )
    }
    const refused: ItemRefusal[] = []
    const unique = [...new Set(wireIds)]
    const addresses = await Promise.all(
      unique.map(async (wireId) => {
        try {
          return { wireId, address: await items.requireAddress(viewer, wireId) }
        } catch (error) {
          if (!(error instanceof KnownError)) throw error
          refused.push({ runQueueItemId: wireId, message: error.message })
          return null
        }
      }),
    )
    const seen = addresses.filter((found) => found !== null)
    const records = await read(seen.map(({ address }) => address.id))
    const named: Named[] = []
    for (const { wireId, address } of seen) {
      const item = records.get(address.id)
      const queue = await queues.findByRowId(viewer, address.runQueueId)
      if (item?.runQueueId === address.runQueueId && queue !== null) named.push({ wireId, item, queue })
      else refused.push({ runQueueItemId: wireId, message: `Cannot find run queue item "${wireId}". Check the id.` })
    }
    return { named, refused }
  }

  async function read(ids: readonly number[]): Promise<ReadonlyMap<number, RunQueueItemRecord>> {
    const found = await listItemsById(database.db, database.dialect, ids)
    return new Map(found.map((item) => [item.id, item]))
  }

  /** Reads those that were changed again, tells of them, and refuses the others by what they are now. */
  async function conclude(
    named: readonly Named[],
    changedIds: ReadonlySet<number>,
    refuse: (item: RunQueueItemRecord) => string,
  ): Promise<ItemsChange> {
    const records = await read(named.map(({ item }) => item.id))
    const changed: RunQueueItemRecord[] = []
    const refused: ItemRefusal[] = []
    for (const { wireId, item: before } of named) {
      const item = records.get(before.id) ?? before
      if (changedIds.has(item.id)) changed.push(item)
      else refused.push({ runQueueItemId: wireId, message: refuse(item) })
    }
    for (const item of changed) deps.onChanged(item)
    return { changed, refused }
  }

  return {
    async setPriority(viewer, wireIds, priority) {
      if (!Number.isInteger(priority) || priority < HIGHEST_PRIORITY || priority > LOWEST_PRIORITY) {
        throw new InvalidInputError(
          `Cannot set the priority: ${priority} is none of 0 (critical), 1 (high), 2 (medium) and 3 (low).`,
        )
      }
      const { named, refused } = await look(viewer, wireIds)
      const verdicts = named.map((each) => ({ ...each, message: whyPriorityStays(viewer, each) }))
      const allowed = verdicts.filter(({ message }) => message === null)
      const changedIds = await setPriority(
        database.db,
        database.dialect,
        allowed.map(({ item }) => item.id),
        priority,
      )
      const result = await conclude(
        allowed,
        changedIds,
        (item) => `Cannot change the priority of item "${formatItemId(item)}": ${describeState(item)}.`,
      )
      const denied = verdicts.flatMap(({ wireId, message }) =>
        message === null ? [] : [{ runQueueItemId: wireId, message }],
      )
      return { changed: result.changed, refused: [...refused, ...denied, ...result.refused] }
    },
    async cancel(viewer, wireIds, onlyWaiting) {
      const { named, refused } = await look(viewer, wireIds)
      const waiting = named.filter(({ item }) => item.state === 'pending' || item.state === 'leased')
      const end = { reason: `"${viewer.user.username}" cancelled it before it ran.`, now: clock.now() }
      const cancelled = await cancelUnclaimed(
        database.db,
        database.dialect,
        waiting.map(({ item }) => item.id),
        end,
      )
      const stopped = new Set<number>()
      for (const { wireId, item } of onlyWaiting ? [] : named.filter((each) => !cancelled.has(each.item.id))) {
        if ((await items.cancel(viewer, wireId)).state === 'claimed') stopped.add(item.id)
      }
      const result = await conclude(
        named,
        new Set([...cancelled, ...stopped]),
        (item) => `Cannot cancel item "${formatItemId(item)}": ${describeState(item)}.`,
      )
      for (const { launchAgentId } of result.changed)
        if (launchAgentId !== null) deps.wake(`agent:${launchAgentId}`, Number.MAX_SAFE_INTEGER)
      return { changed: result.changed, refused: [...refused, ...result.refused] }
    },
  }
}

function whyPriorityStays(viewer: Viewer, { wireId, item, queue }: Named): string | null {
  const cannot = `Cannot change the priority of item "${wireId}"`
  if (!queue.hasPriorities) {
    return `${cannot}: run queue "${queue.name}" has no priorities. Turn them on for the queue.`
  }
  const { user, adminEntityIds } = viewer
  if (item.authorId === user.id || queue.createdBy === user.id || adminEntityIds.has(queue.entityId)) return null
  return `${cannot}: only "${item.author}", who launched it, "${queue.createdByName}", who made the queue, and administrators of "${queue.entityName}" may. Ask one of them.`
}

/** What an item is that does not wait any more, as the reason of a refusal. */
function describeState({ state }: RunQueueItemRecord): string {
  if (state === 'leased') return 'an agent has taken it and prepares it'
  if (state === 'claimed') return 'an agent has taken it and it runs. Stop it to end it'
  return `it has ended as ${state}`
}
