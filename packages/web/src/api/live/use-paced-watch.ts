import { useEffect, useEffectEvent, useRef } from 'react'
import { createPaced, type Paced } from './paced.ts'
import { useWatch } from './use-live.ts'
import type { Watch } from './watch.ts'

const PAUSE_MS = 500

/** Does work for changes of the watched things with one of the aspects (any when none is given): one at a time, with pauses. */
export function usePacedWatch(
  watches: readonly Watch[],
  aspects: readonly string[],
  work: () => Promise<unknown>,
  { pauseMs = PAUSE_MS }: { readonly pauseMs?: number } = {},
): void {
  const paced = useRef<Paced | null>(null)
  const doWork = useEffectEvent(work)
  useEffect(() => {
    const made = createPaced(() => doWork(), pauseMs)
    paced.current = made
    return () => made.stop()
  }, [pauseMs])
  useWatch(watches, (change) => {
    const isWanted =
      aspects.length === 0 || change.aspects.includes('ready') || aspects.some((name) => change.aspects.includes(name))
    if (isWanted) paced.current?.request()
  })
}
