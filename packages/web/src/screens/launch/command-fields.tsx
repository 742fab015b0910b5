import { Box, InputWrapper, Stack, Textarea } from '@mantine/core'
import type { Problem } from '@slipway/core'
import { useMemo } from 'react'
import { CodeEditor } from '../../components/code-editor/code-editor.tsx'
import { toCodeProblem } from '../../components/code-editor/code-problem.ts'
import type { LaunchQueue, LaunchVersion } from './launch-queries.ts'
import type { LaunchSettings } from './launch-settings.ts'

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
  const resourceError = errorAt('resource_args')
  const resourceProblems = useMemo(
    () => (resourceError === undefined ? [] : [toCodeProblem(resourceError)]),
    [resourceError],
  )
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
        <InputWrapper
          label="Resource settings"
          labelElement="div"
          description={`Settings of ${queue.resource} over those of the queue, as YAML or JSON.`}
          error={resourceError}
        >
          <Box data-setting="resource_args" my={4}>
            <CodeEditor
              language="yaml"
              label="Resource settings"
              minHeight="72px"
              maxHeight="320px"
              value={settings.resourceText}
              problems={resourceProblems}
              onChange={(resourceText) => onChange({ resourceText })}
            />
          </Box>
        </InputWrapper>
      )}
    </Stack>
  )
}
