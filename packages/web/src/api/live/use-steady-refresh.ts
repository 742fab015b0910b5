import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useWatch } from './use-live.ts'
import type { Watch } from './watch.ts'

/** A busy queue changes many times a second; nobody reads faster than this. */
const REST_MS = 400

/**
 * Has these queries asked again when one of the watched things changes: at once, then once for all that changed while the
 * answers came. Unlike with one request a change, the answers always arrive, however busy the thing is.
 */
export function useSteadyRefresh(
  watches: readonly Watch[],
  queryKeys: readonly QueryKey[],
  { restMs = REST_MS }: { readonly restMs?: number } = {},
): void {
  const queryClient = useQueryClient()
  const state = useRef<{ isBusy: boolean; isDue: boolean; isGone: boolean }>({
    isBusy: false,
    isDue: false,
    isGone: false,
  })
  const keys = useRef(queryKeys)
  useEffect(() => {
    // The loop below outlives a change of what the screen shows.
    keys.current = queryKeys
  }, [queryKeys])
  useEffect(() => {
    const { current } = state
    current.isGone = false
    return () => {
      current.isGone = true
    }
  }, [])

  async function refresh(): Promise<void> {
    const { current } = state
    current.isDue = true
    if (current.isBusy) return
    current.isBusy = true
    while (current.isDue && !current.isGone) {
      current.isDue = false
      await Promise.all(keys.current.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      await new Promise((resolve) => {
        setTimeout(resolve, restMs)
      })
    }
    current.isBusy = false
  }

  useWatch(watches, () => void refresh())
}
