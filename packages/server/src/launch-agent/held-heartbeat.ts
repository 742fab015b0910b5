import type { HeldItem } from '../run-queue/run-queue.ts'
import { waitForWake, type Waiter } from '../run-queue/wake-ups.ts'

/** What an agent must do. The ids are row ids. */
export interface HeartbeatAnswer {
  readonly isStopping: boolean
  /** Items whose process it must stop. */
  readonly stopItemIds: readonly number[]
  /** Items that it does not hold any more. */
  readonly lostItemIds: readonly number[]
}

/** Answers a heartbeat as soon as there is something to do, or when the time has passed. */
export async function holdHeartbeat(beat: {
  /** What the agent says that it holds. */
  readonly itemIds: readonly number[]
  /** What it does hold, read when the heartbeat came. */
  readonly first: readonly HeldItem[]
  readonly look: () => Promise<readonly HeldItem[]>
  readonly isStopping: () => Promise<boolean>
  readonly listen: () => Waiter
  readonly signal: AbortSignal
  readonly holdMs: number
}): Promise<HeartbeatAnswer> {
  const first = compare(beat.itemIds, beat.first, await beat.isStopping())
  if (hasNews(first) || beat.holdMs <= 0) return first
  const until = performance.now() + beat.holdMs
  for (;;) {
    const waiter = beat.listen()
    // Looked at again only now: news that came before the waiter was there has woken nobody.
    const answer = compare(beat.itemIds, await beat.look(), await beat.isStopping())
    const isAgain = !hasNews(answer) && (await waitForWake(waiter, until - performance.now(), beat.signal))
    waiter.leave()
    if (!isAgain) return answer
  }
}

function hasNews(answer: HeartbeatAnswer): boolean {
  return answer.isStopping || answer.stopItemIds.length > 0 || answer.lostItemIds.length > 0
}

function compare(itemIds: readonly number[], held: readonly HeldItem[], isStopping: boolean): HeartbeatAnswer {
  const heldIds = new Set(held.map((item) => item.id))
  return {
    isStopping,
    stopItemIds: held.filter((item) => item.isStopRequested).map((item) => item.id),
    lostItemIds: itemIds.filter((id) => !heldIds.has(id)),
  }
}
