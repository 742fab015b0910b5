import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Queue } from '../../api/queues.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { PausedBadge } from '../queues/paused-badge.tsx'
import { QueueLinks } from '../queues/queue-links.tsx'
import { useDeleteQueue } from './use-delete-queue.tsx'
import { usePauseQueue } from './use-pause-queue.ts'

/** What a queue is and holds now, and what can be done with it. */
export function QueueHeader({ queue }: { readonly queue: Queue }) {
  const { name, entityName, isPaused, pendingCount, runningCount, resource } = queue
  const pause = usePauseQueue(queue)
  const askToDelete = useDeleteQueue(queue)
  const listening = queue.listeningAgentCount
  return (
    <PageHeader
      above={
        <Anchor size="sm" renderRoot={(props) => <Link to="/queues" search={{ entity: entityName }} {...props} />}>
          Queues of {entityName}
        </Anchor>
      }
      title={
        <Group gap="sm" component="span">
          {name}
          {isPaused && <PausedBadge />}
        </Group>
      }
      below={
        <Group gap="md">
          <span className="mono">{resource ?? 'no resource'}</span>
          <span>
            <b>{pendingCount}</b> waiting
          </span>
          <span>
            <b>{runningCount}</b> running
          </span>
          <Anchor size="sm" renderRoot={(props) => <Link to="/agents" search={{ entity: entityName }} {...props} />}>
            {listening === 0
              ? 'no agent listens'
              : `${listening} ${listening === 1 ? 'agent listens' : 'agents listen'}`}
          </Anchor>
          <QueueLinks externalLinks={queue.externalLinks} />
          {queue.createdBy != null && <Text size="sm">created by {queue.createdBy}</Text>}
        </Group>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={isPaused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
            loading={pause.isPending}
            onClick={() => pause.mutate(!isPaused)}
          >
            {isPaused ? 'Resume' : 'Pause'}
          </Button>
          <Button variant="default" leftSection={<IconTrash size={16} />} onClick={askToDelete}>
            Delete
          </Button>
        </>
      }
    />
  )
}
