import { WebTagRunsDocument } from '@slipway/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import type { RunPath } from '../../../charts/run-path.ts'
import { showFailure } from '../../../components/toast.ts'
import { runQueryKey, type RunDetails } from './run.ts'

/** Tags that a run gets and tags that it loses. */
export interface TagChange {
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/**
 * Changes the tags of a run, one change after the other. Only the difference is sent, so that what others change
 * meanwhile stays; the page shows each change at once, and takes back the one that is refused.
 */
export function useTagRun(path: RunPath, id: string) {
  const queryClient = useQueryClient()
  const queryKey = runQueryKey(path)
  const mutationKey = ['tag-run', id]
  const show = ({ add, remove }: TagChange): void => {
    queryClient.setQueryData<RunDetails | null>(queryKey, (run) => {
      if (!run) return run
      const kept = (run.tags ?? []).filter((tag) => !remove.includes(tag))
      return { ...run, tags: [...kept, ...add.filter((tag) => !kept.includes(tag))] }
    })
  }
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ add, remove }: TagChange) =>
      ask(WebTagRunsDocument, { ids: [id], add: [...add], remove: [...remove] }),
    async onMutate(change) {
      await queryClient.cancelQueries({ queryKey })
      show(change)
    },
    onError(error, { add, remove }) {
      show({ add: remove, remove: add })
      showFailure(error)
    },
    async onSettled() {
      // An answer from between two changes would hide the second for a moment.
      if (queryClient.isMutating({ mutationKey }) === 1) await queryClient.invalidateQueries({ queryKey })
    },
  })
}
