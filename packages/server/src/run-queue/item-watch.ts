import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import { isLiveState, type RunChange, type RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import { verdictByForgetting, verdictByRun, verdictBySilence, type ItemVerdict } from './claimed-item-verdict.ts'
import * as ends from './item-end-store.ts'
import * as store from './item-store.ts'
import type { RunQueueItemRecord } from './run-queue.ts'

const PAGE = 200
const DELETED_QUEUE_MS = 10 * 60 * 1000

/** Sees to it that every item ends, whatever becomes of its agent. */
export interface ItemWatch {
  /** Follows a run: the end of a stock agent's run is the end of its item. */
  handleRunChange(change: RunChange): Promise<void>
  /** Ends the items whose agent and run are silent. Called from time to time. */
  endSilentItems(): Promise<void>
  /** Ends claimed items that their agent does not know any more, except those whose run still reports. */
  endForgottenItems(ids: readonly number[]): Promise<void>
  /** Ends the items whose runs ended while no server was there to hear of it. Called once at the start. */
  catchUp(): Promise<void>
  /** Asks the program of an item to stop, when its run is there already. */
  stopRun(item: RunQueueItemRecord): Promise<void>
}

/** Creates the item watch. */
export function createItemWatch(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly account: AccountService
  readonly runs: RunService
  readonly changes: Changes
  readonly runTimeoutSeconds: number
}): ItemWatch {
  const { database, clock, runs, changes } = deps
  const runTimeoutMs = deps.runTimeoutSeconds * 1000

  /** The item's author, as far as this item goes: the server acts for them when nobody asks. */
  async function actFor(item: RunQueueItemRecord): Promise<Viewer | null> {
    const user = await deps.account.findUserById(item.authorId)
    if (user === null) return null
    return { user, entityIds: new Map([[item.entityName, item.entityId]]), adminEntityIds: new Set() }
  }

  async function findRun(item: RunQueueItemRecord): Promise<RunRecord | null> {
    const viewer = await actFor(item)
    if (viewer === null || item.runName === null) return null
    return runs.findByName(viewer, item.entityName, item.projectName, item.runName)
  }

  async function end(item: RunQueueItemRecord, verdict: ItemVerdict | null): Promise<void> {
    if (verdict === null) return
    if (await ends.endItem(database.db, item.id, ['claimed'], { ...verdict, now: clock.now() })) tellWatchers(item)
  }

  function tellWatchers(item: RunQueueItemRecord): void {
    changes.runQueueItem(item, 'state')
    if (item.launchAgentId !== null) changes.launchAgent({ entityId: item.entityId, runQueueIds: [] }, 'items')
  }

  async function eachSilent(silentSince: number, work: (item: RunQueueItemRecord) => Promise<void>): Promise<void> {
    for (let afterId = 0; ;) {
      const items = await store.listSilentItems(database.db, silentSince, { afterId, limit: PAGE })
      for (const item of items) await work(item)
      const last = items.at(-1)
      if (last === undefined || items.length < PAGE) return
      afterId = last.id
    }
  }

  const watch: ItemWatch = {
    async handleRunChange({ run }) {
      const item = await store.findItemByRun(database.db, run)
      if (item?.state !== 'claimed') return
      if (isLiveState(run.state)) {
        await ends.markStarted(database.db, item.id, run.createdAt)
        if (item.startedAt === null) changes.runQueueItem(item, 'state')
        if (item.stopRequestedAt !== null && run.stopRequestedAt === null && !item.isAttended) await watch.stopRun(item)
        return
      }
      // The agent of an attended item knows more: the exit code, and what came after the run.
      if (!item.isAttended) await end(item, verdictByRun(run))
    },
    async endSilentItems() {
      const now = clock.now()
      for (const item of await ends.cancelItemsOfDeletedQueues(database.db, now - DELETED_QUEUE_MS, now))
        changes.runQueueItem(item, 'state')
      await eachSilent(now - runTimeoutMs, async (item) => {
        await end(item, verdictBySilence(item, await findRun(item), { now, runTimeoutMs }))
      })
    },
    async endForgottenItems(ids) {
      for (const id of ids) {
        const item = await store.findItem(database.db, id)
        if (item?.state === 'claimed') await end(item, verdictByForgetting(item, await findRun(item)))
      }
    },
    catchUp: () =>
      eachSilent(clock.now(), async (item) => {
        const run = item.isAttended ? null : await findRun(item)
        if (run !== null) await end(item, verdictByRun(run))
      }),
    async stopRun(item) {
      const viewer = await actFor(item)
      const run = await findRun(item)
      if (viewer !== null && run !== null) await runs.stop(viewer, run)
    },
  }
  return watch
}
