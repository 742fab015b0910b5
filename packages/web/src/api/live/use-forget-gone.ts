import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useWatch } from './use-live.ts'
import { isGone } from './watch-list.ts'
import type { Watch } from './watch.ts'

/** Forgets what these queries answered when the viewer may not see one of the things any more, and asks them again. */
export function useForgetGone(watches: readonly Watch[], queryKeys: readonly QueryKey[]): void {
  const queryClient = useQueryClient()
  useWatch(watches, (change) => {
    if (!isGone(change)) return
    for (const queryKey of queryKeys) void queryClient.resetQueries({ queryKey })
  })
}
