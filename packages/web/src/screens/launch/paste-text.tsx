import { Button, Group, Select, Stack, Textarea } from '@mantine/core'
import { decodeJobInputs } from '@slipway/core'
import { useState } from 'react'
import type { LaunchVersion } from './launch-queries.ts'
import type { PastedSource } from './pasted-source.ts'
import { readPastedText } from './read-pasted.ts'

const RUN_CONFIG = '\0run-config'
const NO_SETTINGS = { queue: null, priority: null, templateVariables: {}, resourceArgs: {} }

/** Reads values from a text. */
export function PasteText({
  version,
  onRead,
}: {
  readonly version: LaunchVersion
  readonly onRead: (read: () => PastedSource) => void
}) {
  const inputs = decodeJobInputs(version.inputs)
  const files = Object.keys(inputs.files)
  const [text, setText] = useState('')
  const [target, setTarget] = useState(inputs.config === null ? (files[0] ?? RUN_CONFIG) : RUN_CONFIG)
  return (
    <Stack gap="sm">
      <Textarea
        label="Text"
        description="Overrides such as trainer.learning_rate=0.1, one a line; or YAML or JSON."
        autosize
        minRows={6}
        maxRows={16}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      {files.length > 0 && (
        <Select
          label="Values of"
          description="Where plain YAML or JSON belongs to. Overrides name their file themselves."
          data={[
            { value: RUN_CONFIG, label: 'the run config' },
            ...files.map((file) => ({ value: file, label: file })),
          ]}
          value={target}
          allowDeselect={false}
          onChange={(value) => setTarget(value ?? RUN_CONFIG)}
        />
      )}
      <Group justify="flex-end">
        <Button
          disabled={text.trim() === ''}
          onClick={() =>
            onRead(() => ({
              name: 'a text',
              base: {},
              source: {
                layers: readPastedText(text, { inputs, file: target === RUN_CONFIG ? null : target }),
                settings: NO_SETTINGS,
                jobPath: null,
                ignored: [],
              },
            }))
          }
        >
          Look at it
        </Button>
      </Group>
    </Stack>
  )
}
