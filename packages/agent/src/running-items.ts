import type { EndRequest } from './item/end-request.ts'
import type { RunningItem } from './item/item-runner.ts'

/** The items that an agent has on their way, and how many more it has room for. */
export interface RunningItems {
  has(itemId: string): boolean
  /** The items that the server counts as the agent's. */
  heldIds(): readonly string[]
  add(item: RunningItem): void
  end(itemId: string, request: EndRequest): void
  endAll(request: EndRequest): void
  /** Waits until there is room, and says for how many. Rejects when the signal is aborted. */
  waitForRoom(signal: AbortSignal): Promise<number>
  /** Resolves when no item is left. */
  untilEmpty(): Promise<void>
}

// What one call leases at most when an agent has no limit.
const UNLIMITED_ROOM = 100

/** Starts without items. `maxJobs` of -1 is no limit; the schedulers of sweeps are not counted. */
export function createRunningItems(maxJobs: number): RunningItems {
  const items = new Map<string, RunningItem>()
  const waiting = new Set<() => void>()
  // With a place of its own a scheduler could keep the points of its sweep from ever being run. Source: wandb client, its agent.
  const countJobs = (): number => [...items.values()].filter(({ isScheduler }) => !isScheduler).length

  function changed(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        waiting.delete(done)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      waiting.add(done)
      signal?.addEventListener('abort', done)
    })
  }

  async function removeWhenDone(item: RunningItem): Promise<void> {
    await item.done
    items.delete(item.itemId)
    for (const resolve of waiting) resolve()
  }

  return {
    has: (itemId) => items.has(itemId),
    heldIds: () => [...items.values()].filter((item) => item.isHeld).map((item) => item.itemId),
    add(item) {
      items.set(item.itemId, item)
      void removeWhenDone(item)
    },
    end: (itemId, request) => items.get(itemId)?.end(request),
    endAll(request) {
      for (const item of items.values()) item.end(request)
    },
    async waitForRoom(signal) {
      if (maxJobs === -1) return UNLIMITED_ROOM
      while (countJobs() >= maxJobs) {
        signal.throwIfAborted()
        await changed(signal)
      }
      signal.throwIfAborted()
      return maxJobs - countJobs()
    },
    async untilEmpty() {
      while (items.size > 0) await changed()
    },
  }
}
