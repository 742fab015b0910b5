import { Select, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { UIEvent } from 'react'
import { buildLaunchQueueQuery, type LaunchQueue } from './launch-queries.ts'
import { formatQueue, parseQueue, type QueueChoice } from './launch-settings.ts'
import { describeAgents } from './queue-status.tsx'
import type { QueueChoices } from './use-queue-choices.ts'

const LIST_HEIGHT = 260

/** Chooses a queue among those that the server finds for what is typed; more come as one scrolls. */
export function QueueSelect({
  entityName,
  queue,
  error,
  queues,
  isSearching,
  onSearch,
  onNearEnd,
  onChange,
}: Omit<QueueChoices, 'isNone'> & {
  /** Whose queues need no name of an entity. */
  readonly entityName: string
  readonly queue: LaunchQueue | null
  readonly error: string | undefined
  readonly onChange: (queue: QueueChoice | null) => void
}) {
  const queryClient = useQueryClient()
  // The chosen one has to be among the data for its name to be shown, but is only listed where it was found.
  const known = new Map([...(queue === null ? [] : [queue]), ...queues].map((one) => [valueOf(one), one]))
  const found = new Set(queues.map(valueOf))
  return (
    <Select
      label="Queue"
      data-setting="queue"
      placeholder="Choose a run queue"
      searchable
      allowDeselect={false}
      data={groupByEntity([...queues, ...(queue === null || found.has(valueOf(queue)) ? [] : [queue])])}
      filter={() => groupByEntity(queues)}
      value={queue === null ? null : valueOf(queue)}
      onSearchChange={(text) => onSearch(text === queue?.name ? '' : text)}
      onChange={(value) => {
        const chosen = value === null ? undefined : known.get(value)
        const choice = value === null ? null : parseQueue(value, entityName)
        // It is known already: nothing waits for the server to tell again.
        if (chosen !== undefined && choice !== null) {
          queryClient.setQueryData(buildLaunchQueueQuery(choice).queryKey, chosen)
        }
        onChange(choice)
      }}
      nothingFoundMessage={isSearching ? 'Searching' : 'No queue of this name'}
      error={error}
      renderOption={({ option }) => <QueueOption queue={known.get(option.value)} />}
      // The list itself scrolls: a scroll area in it would be neither an option nor reached by the keyboard.
      withScrollArea={false}
      styles={{ options: { maxHeight: LIST_HEIGHT, overflowY: 'auto' } }}
      attributes={{
        options: { onScroll: ({ currentTarget }: UIEvent<HTMLElement>) => isNearEnd(currentTarget) && onNearEnd() },
      }}
    />
  )
}

function isNearEnd({ scrollTop, clientHeight, scrollHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < LIST_HEIGHT
}

function QueueOption({ queue }: { readonly queue: LaunchQueue | undefined }) {
  if (queue === undefined) return null
  return (
    <div>
      <Text size="sm" fw={550}>
        {queue.name}
      </Text>
      <Text size="xs" c="var(--slipway-muted)">
        {queue.resource ?? 'no resource'} · {describeAgents(queue)}
      </Text>
    </div>
  )
}

function valueOf({ entityName, name }: LaunchQueue): string {
  return formatQueue({ entityName, queueName: name })
}

function groupByEntity(queues: readonly LaunchQueue[]) {
  const groups = Map.groupBy(queues, ({ entityName }) => entityName)
  const items = [...groups].map(([group, members]) => ({
    group,
    items: members.map((queue) => ({ value: valueOf(queue), label: queue.name })),
  }))
  return items.length === 1 ? (items[0]?.items ?? []) : items
}
