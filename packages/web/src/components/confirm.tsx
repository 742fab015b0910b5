import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'

interface Question {
  readonly title: string
  readonly text: string
  /** What the button says that does it. */
  readonly action: string
  /** Defaults to "Cancel". */
  readonly refusal?: string
  readonly onConfirm: () => void
}

/** Asks once before something that has consequences; the button says what it does. */
export function confirmAction(question: Question): void {
  ask(question, {})
}

/** Asks once before something that cannot be undone; the button is red and says what it does. */
export function confirmDanger(question: Question): void {
  ask(question, { color: 'red' })
}

function ask({ title, text, action, refusal = 'Cancel', onConfirm }: Question, confirmProps: { color?: string }): void {
  modals.openConfirmModal({
    title,
    children: <Text size="sm">{text}</Text>,
    labels: { confirm: action, cancel: refusal },
    confirmProps,
    closeButtonProps: { 'aria-label': 'Close' },
    onConfirm,
  })
}
