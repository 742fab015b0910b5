import { watchKey, type Change, type Watch } from './watch.ts'

/** The server refuses a subscription to more things than this. */
export const MAX_WATCHES = 200

export type ChangeListener = (change: Change) => void

/** What the screens of a tab watch, and who is told of it. */
export interface WatchList {
  /** Adds a listener; the answer takes it away again. */
  add(watch: Watch, listener: ChangeListener): () => void
  /** What the server is to be asked for, by key: at most `MAX_WATCHES`, of which the newest are kept. */
  wanted(): ReadonlyMap<string, Watch>
  /** Hands on a change. A thing that is gone is asked for no more, until somebody begins to watch it anew. */
  tell(change: Change): void
  /** Says that anything about these may have changed. */
  tellReady(keys: Iterable<string>): void
}

interface Entry {
  readonly watch: Watch
  readonly listeners: Set<ChangeListener>
  isGone: boolean
}

/** Creates an empty list. `onChange` is called whenever other things may be wanted. */
export function createWatchList(onChange: () => void): WatchList {
  const entries = new Map<string, Entry>()

  return {
    add(watch, listener) {
      const key = watchKey(watch)
      const known = entries.get(key)
      const entry =
        known === undefined || known.isGone ? { watch, listeners: new Set(known?.listeners), isGone: false } : known
      // A new one goes last, where it is kept when there are too many.
      if (entry !== known) entries.delete(key)
      entries.set(key, entry)
      entry.listeners.add(listener)
      if (entry !== known) onChange()
      return () => {
        const present = entries.get(key)
        if (present?.listeners.delete(listener) !== true || present.listeners.size > 0) return
        entries.delete(key)
        onChange()
      }
    },
    wanted() {
      const wanted = [...entries].filter(([, { isGone }]) => !isGone).slice(-MAX_WATCHES)
      return new Map(wanted.map(([key, { watch }]) => [key, watch]))
    },
    tell(change) {
      const entry = entries.get(watchKey(change))
      if (entry === undefined || entry.isGone) return
      if (isGone(change)) {
        entry.isGone = true
        onChange()
      }
      tellAll(entry.listeners, change)
    },
    tellReady(keys) {
      for (const key of keys) {
        const entry = entries.get(key)
        if (entry !== undefined && !entry.isGone) tellAll(entry.listeners, { ...entry.watch, aspects: ['ready'] })
      }
    },
  }
}

/** Whether the viewer may not see a thing any more; it was deleted, or they lost their access. */
export function isGone({ aspects }: Change): boolean {
  return aspects.includes('gone')
}

function tellAll(listeners: ReadonlySet<ChangeListener>, change: Change): void {
  for (const listener of listeners) listener(change)
}
