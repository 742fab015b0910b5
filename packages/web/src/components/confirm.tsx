import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'

/** Asks once before something that cannot be undone; the button says what it does. */
export function confirmDanger(question: {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly onConfirm: () => void
}): void {
  modals.openConfirmModal({
    title: question.title,
    children: <Text size="sm">{question.text}</Text>,
    labels: { confirm: question.action, cancel: 'Cancel' },
    confirmProps: { color: 'red' },
    onConfirm: question.onConfirm,
  })
}
