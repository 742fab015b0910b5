import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Says in a corner that values were taken over, with a way back. */
export function showPasted(name: string, onUndo: () => void): void {
  const id = `pasted-${name}`
  notifications.show({
    id,
    color: 'green',
    withBorder: true,
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': 'Dismiss the message' },
    message: (
      <Group gap="xs" justify="space-between">
        <Text size="sm">Pasted the values of {name}.</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            onUndo()
            notifications.hide(id)
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  })
}
