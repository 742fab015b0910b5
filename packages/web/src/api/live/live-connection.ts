import { ChangesDocument } from '@slipway/api'
import { createClient } from 'graphql-sse'
import { watchKey, type Change, type Watch } from './watch.ts'

/** Screens mount and unmount many watchers at once; the connection is made anew once for all of them. */
const REGROUP_MS = 60
const MAX_RETRY_MS = 5000

/** Whether the server is told to be heard from. `idle` while nothing is watched. */
export type LiveState = 'idle' | 'connecting' | 'live' | 'lost'

/** The one subscription of a browser tab. */
export interface LiveConnection {
  /** Calls back for each change of the thing, and once whenever the connection stands anew. */
  watch(watch: Watch, onChange: (change: Change) => void): () => void
  readonly state: LiveState
  /** Calls back when the state changes. */
  readonly subscribe: (callback: () => void) => () => void
  close(): void
}

type Listener = (change: Change) => void

/** Creates the connection of this tab. It is opened with the first watcher and closed after the last one. */
export function createLiveConnection(): LiveConnection {
  const client = createClient({ url: '/graphql', retryAttempts: 0 })
  const watched = new Map<string, { readonly watch: Watch; readonly listeners: Set<Listener> }>()
  const observers = new Set<() => void>()
  let state: LiveState = 'idle'
  let stop: (() => void) | null = null
  let openKeys = ''
  let timer: ReturnType<typeof setTimeout> | null = null
  let failures = 0

  function setState(next: LiveState): void {
    if (state === next) return
    state = next
    for (const observer of observers) observer()
  }

  function schedule(delayMs: number): void {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(reopen, delayMs)
  }

  function reopen(): void {
    timer = null
    const keys = [...watched.keys()].toSorted().join('\n')
    if (keys === openKeys && stop !== null) return
    stop?.()
    stop = null
    openKeys = keys
    if (watched.size === 0) return setState('idle')
    open()
  }

  function open(): void {
    if (state !== 'lost') setState('connecting')
    let isCurrent = true
    const lose = (): void => {
      if (!isCurrent) return
      isCurrent = false
      stop = null
      failures += 1
      setState('lost')
      schedule(Math.min(200 * 2 ** failures, MAX_RETRY_MS) * (0.75 + Math.random() / 2))
    }
    const unsubscribe = client.subscribe<{ changes: Change }>(
      { query: ChangesDocument.toString(), variables: { of: [...watched.values()].map(({ watch }) => watch) } },
      { next: ({ data }) => data && isCurrent && receive(data.changes), error: lose, complete: lose },
    )
    stop = () => {
      isCurrent = false
      unsubscribe()
    }
  }

  function receive(change: Change): void {
    if (change.aspects.includes('ready')) {
      failures = 0
      setState('live')
      for (const { watch, listeners } of watched.values()) tell(listeners, { ...watch, aspects: ['ready'] })
      return
    }
    const found = watched.get(watchKey(change))
    if (found !== undefined) tell(found.listeners, change)
  }

  return {
    watch(watch, onChange) {
      const key = watchKey(watch)
      const entry = watched.get(key) ?? { watch, listeners: new Set<Listener>() }
      watched.set(key, entry)
      entry.listeners.add(onChange)
      if (entry.listeners.size === 1) schedule(REGROUP_MS)
      return () => {
        entry.listeners.delete(onChange)
        if (entry.listeners.size > 0 || watched.get(key) !== entry) return
        watched.delete(key)
        schedule(REGROUP_MS)
      }
    },
    get state() {
      return state
    },
    subscribe(callback) {
      observers.add(callback)
      return () => void observers.delete(callback)
    },
    close() {
      if (timer !== null) clearTimeout(timer)
      watched.clear()
      stop?.()
      client.dispose()
    },
  }
}

function tell(listeners: ReadonlySet<Listener>, change: Change): void {
  for (const listener of listeners) listener(change)
}
