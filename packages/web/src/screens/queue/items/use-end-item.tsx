import { useCancelItems } from '../../../api/change-items.ts'
import { confirmDanger } from '../../../components/confirm.tsx'
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
    confirmDanger({
      title: `Stop the program of item ${id}?`,
      text: 'It is asked to end, and ended after a grace time. What it did not save is lost.',
      action: 'Stop it',
      refusal: 'Let it run',
      onConfirm: () => cancel.mutate({ ids: [id], onlyWaiting: false }),
    })
}
