import { Grid, Select, Text, TextInput } from '@mantine/core'
import type { Problem } from '@slipway/core'
import type { LaunchQueue, LaunchVersion } from './launch-queries.ts'
import { formatQueue, type LaunchSettings, parseQueue, PRIORITIES } from './launch-settings.ts'
import { describeAgents, QueueStatus } from './queue-status.tsx'

/** Where a launch goes: queue, priority, project and the name of the run. */
export function PlaceFields({
  version,
  queues,
  queue,
  settings,
  problems,
  onChange,
}: {
  readonly version: LaunchVersion
  readonly queues: readonly LaunchQueue[]
  readonly queue: LaunchQueue | null
  readonly settings: LaunchSettings
  readonly problems: readonly Problem[]
  readonly onChange: (settings: Partial<LaunchSettings>) => void
}) {
  const errorAt = (path: string): string | undefined => problems.find((problem) => problem.path === path)?.message
  const error = errorAt('queue')
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, xs: 8 }}>
        <Select
          label="Queue"
          data-setting="queue"
          placeholder="Choose a run queue"
          searchable
          allowDeselect={false}
          data={groupByEntity(queues)}
          value={queue === null ? null : valueOf(queue)}
          onChange={(value) =>
            onChange({ queue: value === null ? null : parseQueue(value, version.project.entityName) })
          }
          nothingFoundMessage="No queue of this name"
          error={error}
          renderOption={({ option }) => <QueueOption queue={queues.find((known) => valueOf(known) === option.value)} />}
        />
        <QueueStatus queue={queue} priority={settings.priority} hasQueues={queues.length > 0} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 4 }}>
        <Select
          label="Priority"
          data-setting="priority"
          data={PRIORITIES.map((name, index) => ({ value: String(index), label: name }))}
          value={queue?.prioritizationMode === 'V0' ? String(settings.priority ?? 2) : null}
          disabled={queue?.prioritizationMode !== 'V0'}
          placeholder={queue?.prioritizationMode === 'V0' ? 'medium' : 'the queue has none'}
          allowDeselect={false}
          onChange={(value) => onChange({ priority: value === null ? null : Number(value) })}
          error={errorAt('priority')}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <TextInput
          label="Run name"
          data-setting="name"
          placeholder="a name is made up"
          value={settings.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={errorAt('name')}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <TextInput
          label="Project of the run"
          data-setting="project"
          placeholder={version.project.name}
          value={settings.project}
          onChange={(event) => onChange({ project: event.currentTarget.value })}
          error={errorAt('project')}
        />
      </Grid.Col>
    </Grid>
  )
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
