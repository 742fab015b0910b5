import { Stack, Textarea } from '@mantine/core'
import type { Problem } from '@slipway/core'
import type { LaunchQueue, LaunchVersion } from './launch-queries.ts'
import type { LaunchSettings } from './launch-settings.ts'
import { ResourceField } from './resource-field.tsx'

const MONO = { input: { fontFamily: 'var(--mantine-font-family-monospace)' } }

/** What most launches leave alone: arguments, the command, and the resource settings where the queue lets them be set. */
export function CommandFields({
  version,
  queue,
  hasVariables,
  settings,
  problems,
  onChange,
}: {
  readonly version: LaunchVersion
  readonly queue: LaunchQueue | null
  readonly hasVariables: boolean
  readonly settings: LaunchSettings
  readonly problems: readonly Problem[]
  readonly onChange: (settings: Partial<LaunchSettings>) => void
}) {
  const errorAt = (path: string): string | undefined => problems.find((problem) => problem.path === path)?.message
  return (
    <Stack gap="md">
      <Textarea
        label="Arguments"
        description="Added to the program's command, one a line."
        autosize
        minRows={1}
        maxRows={8}
        styles={MONO}
        spellCheck={false}
        value={settings.argsText}
        onChange={(event) => onChange({ argsText: event.currentTarget.value })}
        error={errorAt('args')}
      />
      <Textarea
        label="Command"
        description="In place of the job's own, one word a line. Empty keeps that of the job."
        placeholder={version.entryPoint?.join('\n') ?? ''}
        autosize
        minRows={1}
        maxRows={8}
        styles={MONO}
        spellCheck={false}
        value={settings.commandText}
        onChange={(event) => onChange({ commandText: event.currentTarget.value })}
        error={errorAt('entry_point')}
      />
      {queue?.resource != null && !hasVariables && (
        <ResourceField
          queue={queue}
          resource={queue.resource}
          value={settings.resourceText}
          error={errorAt('resource_args')}
          onChange={(resourceText) => onChange({ resourceText })}
        />
      )}
    </Stack>
  )
}
