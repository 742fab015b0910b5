import { Anchor, Badge, Group, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ListedQueue } from '../../api/queues.ts'
import { PausedBadge } from './paused-badge.tsx'
import { QueueLinks } from './queue-links.tsx'

/** Queues with what waits and runs in them, and who listens. */
export function QueueTable({ queues }: { readonly queues: readonly ListedQueue[] }) {
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table highlightOnHover verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Queue</Table.Th>
            <Table.Th>Resource</Table.Th>
            <Table.Th ta="right">Waiting</Table.Th>
            <Table.Th ta="right">Running</Table.Th>
            <Table.Th ta="right">Agents</Table.Th>
            <Table.Th>Links</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {queues.map((queue) => (
            <QueueRow key={queue.id} queue={queue} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function QueueRow({ queue }: { readonly queue: ListedQueue }) {
  const { name, entityName: entity } = queue
  const listening = queue.listeningAgentCount
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Anchor
            fw={600}
            renderRoot={(props) => <Link to="/queues/$entity/$queue" params={{ entity, queue: name }} {...props} />}
          >
            {name}
          </Anchor>
          {queue.isPaused && <PausedBadge />}
          {queue.prioritizationMode === 'V0' && (
            <Badge variant="default" tt="none" fw={500}>
              priorities
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <Text size="sm" className="mono">
          {queue.resource ?? 'none'}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{queue.pendingCount}</Table.Td>
      <Table.Td ta="right">{queue.runningCount}</Table.Td>
      <Table.Td ta="right">
        {listening > 0 ? (
          listening
        ) : (
          <Text size="sm" fw={600} c="light-dark(#9a3412, #f2b48a)">
            none
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <QueueLinks externalLinks={queue.externalLinks} />
      </Table.Td>
    </Table.Tr>
  )
}
