import { notifications } from '@mantine/notifications'
import { messageOf } from '../api/api-error.ts'

/** Says in a corner what was done. */
export function showDone(message: string): void {
  notifications.show({
    message,
    color: 'green',
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close the message' },
  })
}

/** Says in a corner what could not be done and why, until it is read. */
export function showFailure(error: unknown): void {
  notifications.show({
    message: messageOf(error),
    color: 'red',
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close the message' },
    autoClose: 12_000,
  })
}
