import { useEffect, useEffectEvent, useRef } from 'react'
import { createPaced, type Paced } from './paced.ts'
import { useWatch } from './use-live.ts'
import { isGone } from './watch-list.ts'
import { watchKey, type Watch } from './watch.ts'

const PAUSE_MS = 500

/**
 * Does work for changes of the watched things with one of the aspects (any but `gone` when none is given): one at a time, with
 * pauses. The work is told of each thing that changed since the last time that it succeeded.
 */
export function usePacedWatch(
  watches: readonly Watch[],
  aspects: readonly string[],
  work: (changed: readonly Watch[]) => Promise<unknown>,
  { pauseMs = PAUSE_MS }: { readonly pauseMs?: number } = {},
): void {
  const paced = useRef<Paced | null>(null)
  const changed = useRef<ReadonlyMap<string, Watch>>(new Map())
  const doWork = useEffectEvent(work)
  useEffect(() => {
    const made = createPaced(async () => {
      const taken = changed.current
      changed.current = new Map()
      try {
        await doWork([...taken.values()])
      } catch (error) {
        changed.current = new Map([...taken, ...changed.current])
        throw error
      }
    }, pauseMs)
    paced.current = made
    return () => made.stop()
  }, [pauseMs])
  useWatch(watches, (change) => {
    const isWanted =
      aspects.length === 0
        ? !isGone(change)
        : change.aspects.includes('ready') || aspects.some((name) => change.aspects.includes(name))
    if (!isWanted) return
    changed.current = new Map(changed.current).set(watchKey(change), change)
    paced.current?.request()
  })
}
