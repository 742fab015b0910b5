import { WebPauseQueueDocument, WebResumeQueueDocument } from '@slipway/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../api/ask.ts'
import { buildQueueQuery, type Queue } from '../../api/queues.ts'
import { showDone, showFailure } from '../../components/toast.ts'

/** Pauses a queue, or lets agents take its items again. Shown at once, and taken back where the server refuses. */
export function usePauseQueue(queue: Queue) {
  const queryClient = useQueryClient()
  const { queryKey } = buildQueueQuery({ entity: queue.entityName, queue: queue.name })
  const show = (isPaused: boolean): void => {
    queryClient.setQueryData(queryKey, (shown) => shown && { ...shown, isPaused })
  }
  return useMutation({
    mutationFn: async (isPaused: boolean): Promise<void> => {
      await (isPaused ? ask(WebPauseQueueDocument, { id: queue.id }) : ask(WebResumeQueueDocument, { id: queue.id }))
    },
    async onMutate(isPaused) {
      await queryClient.cancelQueries({ queryKey })
      show(isPaused)
    },
    onSuccess: (_data, isPaused) =>
      showDone(
        isPaused
          ? `Paused "${queue.name}": what runs goes on, and nothing new starts.`
          : `Resumed "${queue.name}": agents take its items again.`,
      ),
    onError(error, isPaused) {
      show(!isPaused)
      showFailure(error)
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
}
