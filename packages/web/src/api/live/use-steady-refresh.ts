import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useForgetGone } from './use-forget-gone.ts'
import { usePacedWatch } from './use-paced-watch.ts'
import type { Watch } from './watch.ts'

/**
 * Has these queries asked again when one of the watched things changes: at once, then once for all that changed while the
 * answers came. Unlike with one request a change, the answers always arrive, however busy the thing is. When the viewer may
 * not see one any more, what the queries answered is forgotten first.
 */
export function useSteadyRefresh(
  watches: readonly Watch[],
  queryKeys: readonly QueryKey[],
  options: { readonly pauseMs?: number } = {},
): void {
  const queryClient = useQueryClient()
  useForgetGone(watches, queryKeys)
  usePacedWatch(
    watches,
    [],
    () => Promise.all(queryKeys.map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
    options,
  )
}
