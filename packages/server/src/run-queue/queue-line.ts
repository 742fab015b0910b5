import type { Database } from '../database/database.ts'
import * as store from './queue-line-store.ts'
import { DEFAULT_PRIORITY, type RunQueueRecord } from './run-queue.ts'

const MAX_DURATIONS = 50

/** What waits in a queue in which order, and what its agents hold. */
export interface QueueLine {
  /** The places of waiting items of a queue; items that do not wait are left out. */
  findPlaces(queueId: number, itemIds: readonly number[]): Promise<ReadonlyMap<number, store.LinePlace>>
  /** The place that an item would get that is pushed now. */
  placeOfNew(queue: RunQueueRecord, priority: number | null): Promise<store.LinePlace>
  countPending(queueId: number): Promise<number>
  listAgentItems(agentIds: readonly number[]): Promise<readonly store.AgentItem[]>
  /** How long the last items of a queue ran, in milliseconds, the newest first. */
  listRecentDurations(queueId: number): Promise<readonly number[]>
}

/** Creates the view of the line. */
export function createQueueLine({ db, dialect }: Database): QueueLine {
  return {
    findPlaces: (queueId, itemIds) => store.findLinePlaces(db, dialect, queueId, itemIds),
    placeOfNew: (queue, priority) =>
      store.countLineBefore(db, queue.id, queue.hasPriorities ? (priority ?? DEFAULT_PRIORITY) : DEFAULT_PRIORITY),
    countPending: (queueId) => store.countLine(db, queueId),
    listAgentItems: (agentIds) => store.listAgentItems(db, agentIds),
    listRecentDurations: (queueId) => store.listRecentDurations(db, queueId, MAX_DURATIONS),
  }
}
