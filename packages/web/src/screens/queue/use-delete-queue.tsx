import { WebDeleteQueueDocument } from '@slipway/api'
import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ask } from '../../api/ask.ts'
import type { Queue } from '../../api/queues.ts'
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
    modals.openConfirmModal({
      title: `Delete run queue "${name}"?`,
      children: (
        <Text size="sm">
          {waiting === 0
            ? 'No item waits in it.'
            : `${waiting === 1 ? 'The 1 item that waits' : `The ${waiting} items that wait`} in it will be cancelled.`}{' '}
          What runs goes on, and its items stay readable.
        </Text>
      ),
      labels: { confirm: 'Delete the queue', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate(),
    })
}
