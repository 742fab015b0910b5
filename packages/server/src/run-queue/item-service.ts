import { ConflictError, InvalidInputError, NotFoundError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { RunRecord } from '../run/run.ts'
import type { Aspect } from '../live/aspect.ts'
import type { Changes } from '../live/changes.ts'
import * as ends from './item-end-store.ts'
import * as warnings from './item-warning-store.ts'
import type { ItemFilter } from './item-filter.ts'
import { itemNotHeld } from './item-not-held.ts'
import { createItemOutput, type ItemOutput } from './item-output.ts'
import * as store from './item-store.ts'
import { isLostClaimReport } from './lost-claim.ts'
import type { QueueService } from './queue-service.ts'
import type { RunQueueItemRecord, RunQueueItemState } from './run-queue.ts'
import { parseItemId, parseRunQueueId, type ItemAddress } from './wire-id.ts'
import type { Wake } from './wake-relay.ts'

const MAX_MESSAGE_CHARACTERS = 64 * 1024
const MAX_RETRIES_LISTED = 100
const MAX_HELD_LISTED = 100

/** How an agent reports the end of an item that it holds. */
export interface ItemFinish {
  readonly state: string
  readonly exitCode: number | null
  readonly reason: string | null
  readonly stage: string | null
}

/** What an agent says went wrong with an item. */
export interface ItemReport {
  readonly message: string
  readonly stage: string
  readonly filePaths: readonly string[] | null
  /** Null from the stock agent, which does not say who it is. */
  readonly launchAgentId: number | null
}

/** Items of the queues that a viewer may see. An item that is not theirs to see is as good as absent. */
export interface ItemService extends ItemOutput {
  /** Where an item is. Throws NotFoundError when its queue is not the viewer's to see; the item itself is not read. */
  requireAddress(viewer: Viewer, wireId: string): Promise<ItemAddress>
  find(viewer: Viewer, wireId: string): Promise<RunQueueItemRecord | null>
  require(viewer: Viewer, wireId: string): Promise<RunQueueItemRecord>
  findByRowId(viewer: Viewer, id: number): Promise<RunQueueItemRecord | null>
  /** Items by row id, for callers that were authorised otherwise. */
  listByRowIds(ids: readonly number[]): Promise<readonly RunQueueItemRecord[]>
  /** The item that runs a point of a sweep, for callers that were authorised otherwise. */
  findBySweepPoint(pointId: number): Promise<RunQueueItemRecord | null>
  /** The item that a run was launched by; null when there is none. */
  findByRun(viewer: Viewer, run: RunRecord): Promise<RunQueueItemRecord | null>
  /** The item that an item repeats; null when it repeats none that the viewer may see. */
  findRetried(viewer: Viewer, item: RunQueueItemRecord): Promise<RunQueueItemRecord | null>
  /** The items that repeat an item, newest first. */
  listRetries(viewer: Viewer, item: RunQueueItemRecord): Promise<readonly RunQueueItemRecord[]>
  list(
    viewer: Viewer,
    filter: ItemFilter,
    page: { readonly beforeId: number; readonly limit: number },
  ): Promise<readonly RunQueueItemRecord[]>
  count(filter: ItemFilter): Promise<number>
  /** The newest items that an agent holds and the viewer may see, and how many it holds. Many agents are read together. */
  listHeld(
    viewer: Viewer,
    launchAgentId: number,
  ): Promise<{ readonly items: readonly RunQueueItemRecord[]; readonly count: number }>
  /** JSON text of the merged launch spec. */
  readRunSpec(item: RunQueueItemRecord): Promise<string>
  /** Ends an item: one that waits is cancelled, one that runs is asked to stop. An ended one stays as it is. */
  cancel(viewer: Viewer, wireId: string): Promise<RunQueueItemRecord>
  /** Cancels an item of a queue. */
  deleteFromQueue(viewer: Viewer, queueWireId: string, itemWireId: string): Promise<void>
  /** Ends an item as failed. The report of an agent whose claim was refused changes nothing. */
  fail(viewer: Viewer, wireId: string, report: ItemReport): Promise<void>
  warn(viewer: Viewer, wireId: string, report: ItemReport): Promise<void>
  listWarnings(
    item: RunQueueItemRecord,
  ): Promise<readonly { readonly message: string; readonly stage: string | null; readonly createdAt: number }[]>
  /** Ends a claimed item on the word of the agent that holds it. Saying the same again changes nothing. */
  finish(viewer: Viewer, wireId: string, launchAgentId: number, finish: ItemFinish): Promise<RunQueueItemRecord>
}

/** Creates the item service. `stopRun` asks the program of a stock agent's item to stop. */
export function createItemService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly queues: QueueService
  readonly wake: Wake
  readonly changes: Changes
  readonly stopRun: (viewer: Viewer, item: RunQueueItemRecord) => Promise<void>
}): ItemService {
  const { database, clock, queues, changes } = deps

  function tellWatchers(item: RunQueueItemRecord, ...aspects: readonly Aspect[]): void {
    changes.runQueueItem(item, ...aspects)
    if (item.launchAgentId !== null && aspects.includes('state'))
      changes.launchAgent({ entityId: item.entityId, runQueueIds: [] }, 'items')
  }

  const readHeld = createBatch(async (agentIds: readonly number[]) => {
    const { items, counts } = await store.listHeldItems(database.db, database.dialect, agentIds, MAX_HELD_LISTED)
    const byAgent = Map.groupBy(items, (item) => item.launchAgentId)
    return agentIds.map((id) => ({ items: byAgent.get(id) ?? [], count: counts.get(id) ?? 0 }))
  })

  function tellAgent(item: RunQueueItemRecord): void {
    if (item.launchAgentId !== null) deps.wake(`agent:${item.launchAgentId}`, Number.MAX_SAFE_INTEGER)
  }

  async function cancelItem(viewer: Viewer, item: RunQueueItemRecord): Promise<void> {
    const now = clock.now()
    const reason = `"${viewer.user.username}" cancelled it before it ran.`
    const wasWaiting = await ends.endItem(database.db, item.id, ['pending', 'leased'], {
      state: 'cancelled',
      reason,
      stage: null,
      now,
    })
    if (!wasWaiting && !(await ends.requestStop(database.db, item.id, now))) return
    const after = await store.findItem(database.db, item.id)
    if (after === undefined) return
    tellWatchers(after, 'state')
    tellAgent(after)
    if (after.state === 'claimed' && !after.isAttended) await deps.stopRun(viewer, after)
  }

  const service: ItemService = {
    ...createItemOutput({
      database,
      clock,
      tellWatchers,
      require: (viewer, wireId) => service.require(viewer, wireId),
    }),
    async requireAddress(viewer, wireId) {
      const address = parseItemId(wireId)
      if (address !== null && (await queues.findByRowId(viewer, address.runQueueId)) !== null) return address
      throw itemNotFound(wireId)
    },
    async find(viewer, wireId) {
      const address = parseItemId(wireId)
      if (address === null || (await queues.findByRowId(viewer, address.runQueueId)) === null) return null
      const item = await store.findItem(database.db, address.id)
      return item?.runQueueId === address.runQueueId ? item : null
    },
    listByRowIds: (ids) => store.listItemsById(database.db, database.dialect, ids),
    async findBySweepPoint(pointId) {
      return (await store.findItemBySweepPoint(database.db, pointId)) ?? null
    },
    async findByRowId(viewer, id) {
      const item = await store.findItem(database.db, id)
      return item !== undefined && (await queues.findByRowId(viewer, item.runQueueId)) !== null ? item : null
    },
    async require(viewer, wireId) {
      const item = await service.find(viewer, wireId)
      if (item === null) throw itemNotFound(wireId)
      return item
    },
    async findByRun(viewer, run) {
      const item = await store.findItemByRun(database.db, run)
      return item !== undefined && (await queues.findByRowId(viewer, item.runQueueId)) !== null ? item : null
    },
    async findRetried(viewer, item) {
      const first = await store.findRetried(database.db, item.id)
      return first !== undefined && (await queues.findByRowId(viewer, first.runQueueId)) !== null ? first : null
    },
    // They are in the same queue, so whoever sees the one sees the others.
    listRetries: (_viewer, item) => store.listRetries(database.db, item.id, MAX_RETRIES_LISTED),
    list: (_viewer, filter, page) => store.listItems(database.db, filter, page),
    count: (filter) => store.countListedItems(database.db, filter),
    async listHeld(viewer, launchAgentId) {
      const { items, count } = await readHeld(launchAgentId)
      const queuesSeen = await Promise.all(items.map((item) => queues.findByRowId(viewer, item.runQueueId)))
      return { items: items.filter((_, index) => queuesSeen[index] !== null), count }
    },
    async readRunSpec(item) {
      return (await store.readRunSpec(database.db, item.id)) ?? '{}'
    },
    async cancel(viewer, wireId) {
      const item = await service.require(viewer, wireId)
      await cancelItem(viewer, item)
      return (await store.findItem(database.db, item.id)) ?? item
    },
    async deleteFromQueue(viewer, queueWireId, itemWireId) {
      const item = await service.require(viewer, itemWireId)
      if (item.runQueueId !== parseRunQueueId(queueWireId)) throw itemNotFound(itemWireId)
      await cancelItem(viewer, item)
    },
    async fail(viewer, wireId, report) {
      const item = await service.require(viewer, wireId)
      if (item.state === 'claimed' && isLostClaimReport(report.message)) return
      const isEnded = await ends.endItem(
        database.db,
        item.id,
        ['pending', 'leased', 'claimed'],
        {
          state: 'failed',
          reason: cut(report.message),
          stage: cut(report.stage),
          filePaths: report.filePaths,
          now: clock.now(),
        },
        report.launchAgentId ?? 'unattended',
      )
      if (!isEnded && report.launchAgentId !== null) throw itemNotHeld(wireId, report.launchAgentId)
      if (isEnded) tellWatchers(item, 'state')
    },
    async warn(viewer, wireId, report) {
      const item = await service.require(viewer, wireId)
      await database.transaction((transaction) =>
        warnings.insertWarning(transaction, {
          itemId: item.id,
          message: cut(report.message),
          stage: cut(report.stage),
          now: clock.now(),
        }),
      )
      tellWatchers(item, 'warnings')
    },
    listWarnings: (item) => warnings.listWarnings(database.db, item.id),
    async finish(viewer, wireId, launchAgentId, finish) {
      const state = toEndState(finish.state)
      const item = await service.require(viewer, wireId)
      if (item.launchAgentId !== launchAgentId) throw itemNotHeld(wireId, launchAgentId)
      const now = clock.now()
      const isEnded = await ends.endItem(
        database.db,
        item.id,
        ['leased', 'claimed'],
        {
          state,
          reason: finish.reason === null ? null : cut(finish.reason),
          stage: finish.stage === null ? null : cut(finish.stage),
          exitCode: finish.exitCode,
          now,
        },
        launchAgentId,
      )
      if (isEnded) tellWatchers(item, 'state')
      const after = await service.require(viewer, wireId)
      if (isEnded || after.state === state) return after
      throw new ConflictError(
        `Cannot end run queue item "${wireId}" as ${state}: it is ${after.state} already${after.reason === null ? '' : ` (${after.reason})`}. Leave it as it is.`,
      )
    },
  }
  return service
}

function toEndState(text: string): RunQueueItemState {
  if (text === 'finished' || text === 'failed' || text === 'stopped') return text
  throw new InvalidInputError(`Cannot end a run queue item as "${text}": use finished, failed or stopped.`)
}

function cut(text: string): string {
  const clean = text.replaceAll('\0', '\ufffd')
  return clean.length <= MAX_MESSAGE_CHARACTERS ? clean : `${clean.slice(0, MAX_MESSAGE_CHARACTERS)}…`
}

function itemNotFound(wireId: string): NotFoundError {
  return new NotFoundError(
    `Cannot find run queue item "${wireId.slice(0, 100)}": it does not exist, or you may not see it. Check the id.`,
  )
}
