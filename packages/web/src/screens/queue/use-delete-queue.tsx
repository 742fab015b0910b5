import { WebDeleteQueueDocument } from '@slipway/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ask } from '../../api/ask.ts'
import type { Queue } from '../../api/queues.ts'
import { confirmDanger } from '../../components/confirm.tsx'
import { showDone, showFailure } from '../../components/toast.ts'

/** Asks once, saying what it ends, and deletes the queue. */
export function useDeleteQueue(queue: Queue): () => void {
  const router = useRouter()
  const queryClient = useQueryClient()
  const { name, entityName, id } = queue
  const remove = useMutation({
    mutationFn: () => ask(WebDeleteQueueDocument, { id }),
    async onSuccess() {
      showDone(`Deleted run queue "${name}".`)
      await queryClient.invalidateQueries({ queryKey: ['queues', entityName] })
      await router.navigate({ to: '/queues', search: { entity: entityName } })
    },
    onError: showFailure,
  })
  const waiting = queue.waitingItems?.totalCount ?? queue.pendingCount
  return () =>
    confirmDanger({
      title: `Delete run queue "${name}"?`,
      text: `${describeWaiting(waiting)} What runs goes on, and its items stay readable.`,
      action: 'Delete the queue',
      refusal: 'Keep it',
      onConfirm: () => remove.mutate(),
    })
}

function describeWaiting(count: number): string {
  if (count === 0) return 'No item waits in it.'
  return `${count === 1 ? 'The 1 item that waits' : `The ${count} items that wait`} in it will be cancelled.`
}
