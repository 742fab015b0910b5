import { Anchor, Button, Group } from '@mantine/core'
import { IconPlayerStop, IconRefresh, IconX } from '@tabler/icons-react'
import { Link, useRouter } from '@tanstack/react-router'
import { useRetryItem } from '../../api/change-items.ts'
import type { Item } from '../../api/queue-items.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { LaunchButton } from '../../components/launch-button.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { isOver, isWaiting, parseJobPath } from '../queue/items/item-state.ts'
import { useEndItem } from '../queue/items/use-end-item.tsx'

/** Which item it is, how it stands, and what can be done with it. */
export function ItemHeader({ item }: { readonly item: Item }) {
  const { id, state, runQueue } = item
  const router = useRouter()
  const end = useEndItem(item)
  const retry = useRetryItem()
  const entity = runQueue?.entityName ?? ''
  const queue = runQueue?.name ?? ''
  const job = parseJobPath(item.jobPath)
  const isStopping = state === 'claimed' && item.stopRequestedAt != null
  const openRetry = (newId: string | null): void => {
    if (newId === null) return
    void router.navigate({ to: '/queues/$entity/$queue/items/$item', params: { entity, queue, item: newId } })
  }
  return (
    <PageHeader
      above={
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/queues/$entity/$queue" params={{ entity, queue }} {...props} />}
        >
          Queue {queue} of {entity}
        </Anchor>
      }
      title={
        <Group gap="sm" component="span">
          {job === null ? (item.jobPath ?? 'Image') : job.job}
          <StateBadge state={isStopping ? 'stopping' : state} />
        </Group>
      }
      below={
        <Group gap={4} component="span">
          <span className="mono">Item {id}</span>
          <CopyButton text={id} what="the item's id" />
        </Group>
      }
      actions={
        <>
          {!isOver(item) && (
            <Button
              variant="default"
              disabled={isStopping}
              leftSection={isWaiting(item) ? <IconX size={16} /> : <IconPlayerStop size={16} />}
              onClick={end}
            >
              {isWaiting(item) ? 'Cancel' : isStopping ? 'Stopping' : 'Stop'}
            </Button>
          )}
          {isOver(item) && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} />}
              loading={retry.isPending}
              onClick={() => retry.mutate(id, { onSuccess: openRetry })}
            >
              Retry
            </Button>
          )}
          <LaunchButton from={{ item: id }} />
        </>
      }
    />
  )
}
