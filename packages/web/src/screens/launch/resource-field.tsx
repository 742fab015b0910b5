import { Input, Text } from '@mantine/core'
import { isJsonObject } from '@slipway/core'
import { useMemo } from 'react'
import { CodeEditor } from '../../components/code-editor/code-editor.tsx'
import { readResourceSettings } from '../../components/resource-settings/read-resource-settings.ts'
import { suggestResourceSettings } from '../../components/resource-settings/suggest-resource-settings.ts'
import { useLateText } from '../../inputs/editor/use-late-text.ts'
import type { LaunchQueue } from './launch-queries.ts'

/** The settings of the resource over those of the queue, as YAML: with suggestions and marks from what its agents take. */
export function ResourceField({
  queue,
  resource,
  value,
  error,
  onChange,
}: {
  readonly queue: LaunchQueue
  readonly resource: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (text: string) => void
}) {
  const { text, change, flush } = useLateText(value, onChange)
  const read = useMemo(() => readResourceSettings(resource, value), [resource, value])
  const marks = useMemo(() => (read.fault === null ? read.doubts : [read.fault]), [read])
  const suggest = useMemo(() => suggestResourceSettings(resource, settingsOf(queue, resource)), [queue, resource])
  return (
    <Input.Wrapper
      label="Resource settings"
      labelElement="div"
      description={`Settings of ${resource} over those of the queue, as YAML or JSON. Ctrl+Space suggests.`}
      error={error}
      styles={{ description: { marginBottom: 6 } }}
      data-setting="resource_args"
      onBlur={flush}
    >
      <CodeEditor
        value={text}
        language="yaml"
        label="Resource settings"
        minHeight="72px"
        maxHeight="360px"
        problems={text === value ? marks : NO_MARKS}
        suggest={suggest}
        onChange={change}
      />
      {read.doubts.map(({ message, line }) => (
        <Text key={message} size="xs" mt={4} role="status" c="light-dark(#7a4a00, #f2c078)">
          Line {line}: {message}
        </Text>
      ))}
    </Input.Wrapper>
  )
}

const NO_MARKS = [] as const

function settingsOf({ defaultResourceConfig }: LaunchQueue, resource: string) {
  const config: unknown = defaultResourceConfig?.config
  const all = isJsonObject(config) ? config['resource_args'] : undefined
  const settings = isJsonObject(all) ? all[resource] : undefined
  return isJsonObject(settings) ? settings : {}
}
