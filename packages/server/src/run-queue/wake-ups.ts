/** Something that may be waited for: work in a queue, or news for an agent. */
export type WakeTopic = `queue:${number}` | `agent:${number}`

/** One who waits. */
export interface Waiter {
  /** Resolves at the first wake-up that falls to this waiter since it began to wait. */
  readonly woken: Promise<void>
  readonly isWoken: boolean
  /** Ends the waiting. */
  leave(): void
}

/** Lets requests wait for something to happen without asking the database again and again. */
export interface WakeUps {
  /**
   * Begins to wait. Begin before looking whether there is work: what comes in between is then not missed. A waiter takes
   * from `topics`; of `watched` it only wants to know when there is more than the others take.
   */
  wait(topics: readonly WakeTopic[], watched?: readonly WakeTopic[]): Waiter
  /** Wakes up to `count` of those who wait, the longest waiting first, and those who watch when fewer than that wait. */
  wake(topic: WakeTopic, count: number): void
  /** How many wait. */
  count(topic: WakeTopic): number
}

type Wake = () => void

/** Creates the wake-ups of one server process. Nothing is kept: who is not waiting has to look for itself. */
export function createWakeUps(): WakeUps {
  const takers = new Map<WakeTopic, Set<Wake>>()
  const watchers = new Map<WakeTopic, Set<Wake>>()

  return {
    wait(topics, watched = []) {
      const { promise, resolve } = Promise.withResolvers<void>()
      let isWoken = false
      const leave = (): void => {
        for (const topic of topics) removeFrom(takers, topic, wake)
        for (const topic of watched) removeFrom(watchers, topic, wake)
      }
      const wake = (): void => {
        isWoken = true
        leave()
        resolve()
      }
      for (const topic of topics) addTo(takers, topic, wake)
      for (const topic of watched) addTo(watchers, topic, wake)
      return {
        woken: promise,
        get isWoken() {
          return isWoken
        },
        leave,
      }
    },
    wake(topic, count) {
      const chosen = [...(takers.get(topic) ?? [])].slice(0, count)
      const told = chosen.length < count ? [...(watchers.get(topic) ?? [])] : []
      for (const wake of [...chosen, ...told]) wake()
    },
    count: (topic) => takers.get(topic)?.size ?? 0,
  }
}

function addTo(map: Map<WakeTopic, Set<Wake>>, topic: WakeTopic, wake: Wake): void {
  const set = map.get(topic)
  if (set === undefined) map.set(topic, new Set([wake]))
  else set.add(wake)
}

function removeFrom(map: Map<WakeTopic, Set<Wake>>, topic: WakeTopic, wake: Wake): void {
  const set = map.get(topic)
  set?.delete(wake)
  if (set?.size === 0) map.delete(topic)
}

/** Waits for a wake-up. False when the time has passed, or the signal has ended the waiting. */
export async function waitForWake(waiter: Waiter, waitMs: number, signal: AbortSignal): Promise<boolean> {
  if (waitMs <= 0 || signal.aborted) return false
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, waitMs)
  const end = (): void => resolve()
  signal.addEventListener('abort', end, { once: true })
  try {
    await Promise.race([waiter.woken, promise])
    return waiter.isWoken && !signal.aborted
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}
