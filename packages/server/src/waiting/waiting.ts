import type { LaunchAgentRecord } from '../launch-agent/launch-agent.ts'
import type { RunQueueRecord } from '../run-queue/run-queue.ts'

/**
 * What an item waits for. `held`: an agent prepares it. `next`: an agent has room for it. `behind`: there is room, but for
 * those ahead. The other three are for an administrator to end.
 */
export type WaitingReason = 'paused' | 'no-agent' | 'agents-ending' | 'agents-full' | 'behind' | 'held' | 'next'

/** An agent that listens to a queue, and how much it can still take. */
export interface ListeningAgent {
  readonly agent: LaunchAgentRecord
  /** How many programs it runs at once; null for no limit. */
  readonly maxJobs: number | null
  /** Since when it has each of the items that it holds, of whatever queue, in milliseconds since 1970. */
  readonly heldSince: readonly number[]
  /** The ids of those of them that the viewer may see, at most 100. */
  readonly visibleItemIds: readonly string[]
}

/** Where an item stands among those of its queue. */
export interface LinePlace {
  /** How many items an agent takes before this one. */
  readonly ahead: number
  /** How many of those have a higher priority. */
  readonly higherAhead: number
}

/** All that decides when an item of a queue starts. */
export interface QueueSituation {
  readonly queue: RunQueueRecord
  readonly agents: readonly ListeningAgent[]
  /** How many items wait, by their priority. */
  readonly pending: ReadonlyMap<number, number>
  /** How long the last items of the queue ran, in milliseconds. */
  readonly recentDurations: readonly number[]
  /** When the last agent that is gone was heard of; null where there was none, or one listens. */
  readonly lastHeardOf: { readonly hostname: string; readonly at: number } | null
  readonly now: number
}

/** Why an item waits, in words and numbers. */
export interface WaitingRecord {
  readonly reason: WaitingReason
  /** One sentence or two for a person. */
  readonly message: string
  /** 1 is next; null for an item that an agent holds. */
  readonly position: number | null
  readonly higherPriorityCount: number
  readonly expectedStartSeconds: number | null
  readonly recentRunSeconds: number | null
  readonly heldBy: LaunchAgentRecord | null
  readonly situation: QueueSituation
}

/** How many items of a queue wait. */
export function countPending({ pending }: QueueSituation): number {
  return [...pending.values()].reduce((sum, count) => sum + count, 0)
}

/** The place of an item of a priority, with this many of its priority before it; all of them, unless given. */
export function placeOf({ pending }: QueueSituation, priority: number, before?: number): LinePlace {
  const higher = [...pending].filter(([other]) => other < priority).reduce((sum, [, count]) => sum + count, 0)
  return { ahead: higher + (before ?? pending.get(priority) ?? 0), higherAhead: higher }
}

/** How many more programs an agent takes; null for no limit. One that ends takes none. */
export function freeRoomOf({ agent, maxJobs, heldSince }: ListeningAgent): number | null {
  if (agent.isStopping) return 0
  return maxJobs === null ? null : Math.max(0, maxJobs - heldSince.length)
}
