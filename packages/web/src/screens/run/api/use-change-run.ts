import { WebChangeRunDocument, WebDeleteRunDocument, WebStopRunDocument } from '@slipway/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import type { RunPath } from '../../../charts/run-path.ts'
import { showFailure } from '../../../components/toast.ts'
import { runQueryKey, type RunDetails } from './run.ts'

/** What a person may write on a run. */
export interface RunNote {
  readonly displayName?: string
  readonly notes?: string
}

/** Changes what is written on a run; the page shows it at once, and the old again when it is refused. */
export function useChangeRun(path: RunPath, id: string) {
  const queryClient = useQueryClient()
  const queryKey = runQueryKey(path)
  return useMutation({
    mutationFn: (note: RunNote) => ask(WebChangeRunDocument, { input: { id, ...note } }),
    async onMutate(note) {
      await queryClient.cancelQueries({ queryKey })
      const before = queryClient.getQueryData<RunDetails | null>(queryKey)
      queryClient.setQueryData<RunDetails | null>(queryKey, (run) => (run ? { ...run, ...note } : run))
      return before
    },
    onError(error, _note, before) {
      queryClient.setQueryData(queryKey, before)
      showFailure(error)
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
}

/** Asks the program of a run to stop. */
export function useStopRun(path: RunPath, id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => ask(WebStopRunDocument, { id }),
    onError: showFailure,
    onSettled: () => queryClient.invalidateQueries({ queryKey: runQueryKey(path) }),
  })
}

/** Deletes a run with all that it logged. */
export function useDeleteRun(id: string) {
  return useMutation({ mutationFn: () => ask(WebDeleteRunDocument, { id }), onError: showFailure })
}
