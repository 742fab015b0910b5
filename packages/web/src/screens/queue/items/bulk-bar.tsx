import { Button, Group, Menu, Paper, Text } from '@mantine/core'
import { IconFlag, IconPlayerStop, IconX } from '@tabler/icons-react'
import { PRIORITIES, useCancelItems, usePrioritiseItems } from '../../../api/change-items.ts'
import type { ListedItem } from '../../../api/queue-items.ts'
import { confirmDanger } from '../../../components/confirm.tsx'
import { isWaiting } from './item-state.ts'

/** What can be done with the items that are chosen. */
export function BulkBar({
  items,
  hasPriorities,
  onClear,
}: {
  readonly items: readonly ListedItem[]
  readonly hasPriorities: boolean
  readonly onClear: () => void
}) {
  const cancel = useCancelItems()
  const prioritise = usePrioritiseItems()
  const waiting = items.filter(isWaiting).map(({ id }) => id)
  const running = items.filter(({ state }) => state === 'claimed').map(({ id }) => id)
  const askToCancel = () =>
    confirmDanger({
      title: waiting.length === 1 ? 'Cancel 1 item?' : `Cancel ${waiting.length} items?`,
      text: 'They wait and will not run. One that an agent takes before you confirm goes on.',
      action: 'Cancel them',
      refusal: 'Keep them',
      onConfirm: () => cancel.mutate({ ids: waiting, onlyWaiting: true }, { onSuccess: onClear }),
    })
  const askToStop = () =>
    confirmDanger({
      title: running.length === 1 ? 'Stop 1 program?' : `Stop ${running.length} programs?`,
      text: 'They are asked to end, and ended after a grace time. What they did not save is lost.',
      action: 'Stop them',
      refusal: 'Let them run',
      onConfirm: () => cancel.mutate({ ids: running, onlyWaiting: false }, { onSuccess: onClear }),
    })
  return (
    <Paper withBorder p="xs" role="region" aria-label="Chosen items">
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {items.length} chosen
        </Text>
        {waiting.length > 0 && (
          <Button size="xs" variant="default" leftSection={<IconX size={14} />} onClick={askToCancel}>
            Cancel {waiting.length}
          </Button>
        )}
        {running.length > 0 && (
          <Button size="xs" variant="default" leftSection={<IconPlayerStop size={14} />} onClick={askToStop}>
            Stop {running.length}
          </Button>
        )}
        {hasPriorities && waiting.length > 0 && (
          <Menu>
            <Menu.Target>
              <Button size="xs" variant="default" leftSection={<IconFlag size={14} />}>
                Set priority
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {PRIORITIES.map((name, priority) => (
                <Menu.Item
                  key={name}
                  onClick={() => prioritise.mutate({ ids: waiting, priority }, { onSuccess: onClear })}
                >
                  {name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <Button size="xs" variant="subtle" onClick={onClear}>
          Choose none
        </Button>
      </Group>
    </Paper>
  )
}
