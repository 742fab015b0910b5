import type { Database } from '../database/database.ts'
import * as store from './queue-line-store.ts'
import type { AgentItem } from './run-queue.ts'

const MAX_DURATIONS = 50

/** What decides where an item stands among those of its queue. */
export interface LineItem {
  readonly id: number
  readonly priority: number
}

/** What waits in a queue in which order, and what its agents hold. */
export interface QueueLine {
  /** How many items of a queue wait, by their priority. */
  countPending(queueId: number): Promise<ReadonlyMap<number, number>>
  /** For each waiting item, how many of its priority are before it. */
  countBefore(queueId: number, items: readonly LineItem[]): Promise<ReadonlyMap<number, number>>
  listAgentItems(agentIds: readonly number[]): Promise<readonly AgentItem[]>
  /** How long the last items of a queue ran, in milliseconds, the newest first. */
  listRecentDurations(queueId: number): Promise<readonly number[]>
}

/** Creates the view of the line. */
export function createQueueLine({ db, dialect }: Database): QueueLine {
  return {
    countPending: (queueId) => store.countPending(db, queueId),
    async countBefore(queueId, items) {
      // Each part of the line is counted once, from one item to the next, however many items are asked about.
      const sorted = items.toSorted((a, b) => a.priority - b.priority || a.id - b.id)
      const ranges = sorted.map((item, index) => {
        const last = sorted[index - 1]
        const fromId = last?.priority === item.priority ? last.id : 0
        return { priority: item.priority, fromId, toId: item.id }
      })
      const counts = await store.countRanges(db, dialect, queueId, ranges)
      const before = new Map<number, number>()
      for (const [index, { fromId }] of ranges.entries()) {
        before.set(sorted[index]?.id ?? 0, (before.get(fromId) ?? 0) + (counts[index] ?? 0))
      }
      return before
    },
    listAgentItems: (agentIds) => store.listAgentItems(db, agentIds),
    listRecentDurations: (queueId) => store.listRecentDurations(db, queueId, MAX_DURATIONS),
  }
}
