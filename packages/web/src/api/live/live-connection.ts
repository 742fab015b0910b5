import type { Subscribe } from './subscribe.ts'
import type { SubscriptionEnd } from './subscription-end.ts'
import { createWatchList, type ChangeListener } from './watch-list.ts'
import { watchKey, type Change, type Watch } from './watch.ts'

/** Screens mount and unmount many watchers at once; the connection is made anew once for all of them. */
const REGROUP_MS = 60
/** The server joins changes for a moment: what the old subscription still holds back must not be lost to the new one. */
const LINGER_MS = 1000
const FIRST_RETRY_MS = 400
const MAX_RETRY_MS = 5000

/** Whether the server is told to be heard from. `idle` while nothing is watched or nobody looks. */
export type LiveState = 'idle' | 'connecting' | 'live' | 'lost'

/** The one subscription of a browser tab. */
export interface LiveConnection {
  /**
   * Calls back for each change of the thing: with the aspect `ready` whenever changes may have been missed, and once with
   * `gone` when the viewer may not see it (any more).
   */
  watch(watch: Watch, onChange: ChangeListener): () => void
  readonly state: LiveState
  /** Calls back when the state changes. */
  readonly subscribe: (callback: () => void) => () => void
  /** Gives the connection up while nobody looks, and has everything read anew afterwards. */
  rest(isResting: boolean): void
  /** Says that the network came or went. */
  noteNetwork(isThere: boolean): void
  close(): void
}

interface Attempt {
  readonly watches: ReadonlyMap<string, Watch>
  stop: () => void
}

/** Creates the connection of this tab. It is opened with the first watcher and closed after the last one. */
export function createLiveConnection(deps: {
  readonly subscribe: Subscribe
  readonly onSignedOut: () => void
  /** Called with each connection that stands. */
  readonly onConnected?: () => void
}): LiveConnection {
  const list = createWatchList(() => schedule(REGROUP_MS))
  const observers = new Set<() => void>()
  const lingering = new Map<Attempt, ReturnType<typeof setTimeout>>()
  let state: LiveState = 'idle'
  /** Has said that it is ready. */
  let standing: Attempt | null = null
  /** Will replace the standing one as soon as it is ready, so that no change falls between the two. */
  let opening: Attempt | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let failures = 0
  let isResting = false
  let isOver = false

  function setState(next: LiveState): void {
    if (state === next) return
    state = next
    for (const observer of observers) observer()
  }

  function schedule(delayMs: number): void {
    if (isOver) return
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(refresh, delayMs)
  }

  /** Makes the connection fit what is wanted. */
  function refresh(): void {
    timer = null
    const wanted = isResting ? new Map<string, Watch>() : list.wanted()
    if (opening !== null && hasSameKeys(opening.watches, wanted)) return
    opening?.stop()
    opening = null
    if (standing !== null && hasSameKeys(standing.watches, wanted)) return
    if (wanted.size === 0) return hangUp('idle')
    open(wanted)
  }

  function open(watches: ReadonlyMap<string, Watch>): void {
    if (state === 'idle') setState('connecting')
    const attempt: Attempt = { watches, stop: () => undefined }
    opening = attempt
    attempt.stop = deps.subscribe([...watches.values()], {
      onChange: (change) => receive(attempt, change),
      onEnd: (end) => finish(attempt, end),
    })
  }

  function receive(attempt: Attempt, change: Change): void {
    if (!change.aspects.includes('ready')) return list.tell(change)
    const covered = attempt === standing ? null : standing
    if (attempt === opening) becomeStanding(attempt)
    list.tellReady([...attempt.watches.keys()].filter((key) => covered?.watches.has(key) !== true))
  }

  function becomeStanding(attempt: Attempt): void {
    if (standing !== null) linger(standing)
    standing = attempt
    opening = null
    failures = 0
    setState('live')
    deps.onConnected?.()
  }

  function linger(attempt: Attempt): void {
    const end = (): void => {
      lingering.delete(attempt)
      attempt.stop()
    }
    lingering.set(attempt, setTimeout(end, LINGER_MS))
  }

  function finish(attempt: Attempt, end: SubscriptionEnd): void {
    if (attempt !== standing && attempt !== opening) return
    if (attempt === standing) standing = null
    else opening = null
    if (end.kind === 'signed-out') {
      hangUp('idle')
      return deps.onSignedOut()
    }
    if (end.kind === 'refused' && attempt.watches.has(watchKey(end.watch))) {
      list.tell({ ...end.watch, aspects: ['gone'] })
      return schedule(0)
    }
    failures += 1
    if (standing === null && end.kind === 'lost') setState('lost')
    schedule(retryDelayMs(failures))
  }

  function hangUp(next: LiveState): void {
    for (const attempt of [opening, standing]) attempt?.stop()
    for (const [attempt, end] of lingering) {
      clearTimeout(end)
      attempt.stop()
    }
    lingering.clear()
    opening = null
    standing = null
    failures = 0
    setState(next)
  }

  return {
    watch(watch, onChange) {
      const leave = list.add(watch, onChange)
      let hasLeft = false
      // No connection will say so: what is shown may be from before, when only others watched the thing.
      if (standing?.watches.has(watchKey(watch)) === true) {
        queueMicrotask(() => {
          if (!hasLeft) onChange({ ...watch, aspects: ['ready'] })
        })
      }
      return () => {
        hasLeft = true
        leave()
      }
    },
    get state() {
      return state
    },
    subscribe(callback) {
      observers.add(callback)
      return () => void observers.delete(callback)
    },
    rest(next) {
      if (isResting === next) return
      isResting = next
      schedule(0)
    },
    noteNetwork(isThere) {
      if (isThere && state === 'lost') return schedule(0)
      if (isThere || state === 'idle') return
      hangUp('lost')
      // In case nobody says that it is back.
      schedule(MAX_RETRY_MS)
    },
    close() {
      isOver = true
      if (timer !== null) clearTimeout(timer)
      hangUp('idle')
    },
  }
}

/** Longer after each failure, and apart from the other tabs that wait for the same server. */
function retryDelayMs(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), MAX_RETRY_MS) * (0.75 + Math.random() / 2)
}

function hasSameKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === other.size && [...one.keys()].every((key) => other.has(key))
}
