import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

const SHOWN_MS = 15_000

/** Says in a corner what was done, with a button that takes it back. */
export function showUndoable(message: string, undo: () => void): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          Undo
        </Button>
      </Group>
    ),
    color: 'green',
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close the message' },
    autoClose: SHOWN_MS,
  })
}
