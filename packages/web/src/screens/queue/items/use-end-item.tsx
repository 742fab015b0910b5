import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useCancelItems } from '../../../api/change-items.ts'
import { isWaiting } from './item-state.ts'

/**
 * Cancels an item that waits, at once: it can be retried. One that runs is stopped after a question. What the person saw is
 * what is asked for: an item that an agent has taken meanwhile is not stopped by a cancellation.
 */
export function useEndItem(item: { readonly id: string; readonly state: string }): () => void {
  const cancel = useCancelItems()
  const { id } = item
  if (isWaiting(item)) return () => cancel.mutate({ ids: [id], onlyWaiting: true })
  return () =>
    modals.openConfirmModal({
      title: `Stop the program of item ${id}?`,
      children: <Text size="sm">It is asked to end, and ended after a grace time. What it did not save is lost.</Text>,
      labels: { confirm: 'Stop it', cancel: 'Let it run' },
      confirmProps: { color: 'red' },
      onConfirm: () => cancel.mutate({ ids: [id], onlyWaiting: false }),
    })
}
