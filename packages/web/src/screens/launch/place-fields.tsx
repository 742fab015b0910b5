import { Grid, Select, TextInput } from '@mantine/core'
import type { Problem } from '@slipway/core'
import type { LaunchQueue, LaunchVersion } from './launch-queries.ts'
import { type LaunchSettings, PRIORITIES } from './launch-settings.ts'
import { QueueSelect } from './queue-select.tsx'
import { QueueStatus } from './queue-status.tsx'
import { useQueueChoices } from './use-queue-choices.ts'

/** Where a launch goes: queue, priority, project and the name of the run. */
export function PlaceFields({
  version,
  queue,
  settings,
  problems,
  onChange,
}: {
  readonly version: LaunchVersion
  readonly queue: LaunchQueue | null
  readonly settings: LaunchSettings
  readonly problems: readonly Problem[]
  readonly onChange: (settings: Partial<LaunchSettings>) => void
}) {
  const errorAt = (path: string): string | undefined => problems.find((problem) => problem.path === path)?.message
  const found = useQueueChoices(version.project.entityName)
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, xs: 8 }}>
        <QueueSelect
          entityName={version.project.entityName}
          queue={queue}
          error={errorAt('queue')}
          onChange={(chosen) => onChange({ queue: chosen })}
          {...found}
        />
        <QueueStatus queue={queue} priority={settings.priority} hasQueues={!found.isNone} />
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
