import { ActionIcon, Menu } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCopy, IconDots, IconRocket, IconPlayerStop, IconRefresh, IconX } from '@tabler/icons-react'
import { useRetryItem } from '../../../api/change-items.ts'
import type { ListedItem } from '../../../api/queue-items.ts'
import { LaunchLink } from '../../../components/launch-link.tsx'
import { isOver, isWaiting } from './item-state.ts'
import { useEndItem } from './use-end-item.tsx'

/** What can be done with one item. */
export function ItemMenu({ item }: { readonly item: ListedItem }) {
  const { id } = item
  const end = useEndItem(item)
  const retry = useRetryItem()
  const clipboard = useClipboard()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Actions for item ${id}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!isOver(item) && (
          <Menu.Item leftSection={isWaiting(item) ? <IconX size={16} /> : <IconPlayerStop size={16} />} onClick={end}>
            {isWaiting(item) ? 'Cancel' : 'Stop'}
          </Menu.Item>
        )}
        {isOver(item) && (
          <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => retry.mutate(id)}>
            Retry
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconRocket size={16} />}
          renderRoot={(props) => <LaunchLink from={{ item: id }} {...props} />}
        >
          Launch again with changes
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => clipboard.copy(id)}>
          Copy the id
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
