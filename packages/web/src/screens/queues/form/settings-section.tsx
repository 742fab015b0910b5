import { Grid, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { CodeEditor } from '../../../components/code-editor/code-editor.tsx'
import { suggestResourceSettings } from '../../../components/resource-settings/suggest-resource-settings.ts'
import { HOLE, type CheckedDraft } from './check-draft.ts'
import { writeYaml, type QueueDraft } from './queue-draft.ts'
import type { VariableDraft } from './variable-draft.ts'
import { VariableTile } from './variable-tile.tsx'

/** The settings as YAML beside what they come to, and a tile for each template variable in them. */
export function SettingsSection({
  draft,
  checked,
  onChange,
}: {
  readonly draft: QueueDraft
  readonly checked: CheckedDraft
  readonly onChange: (change: Partial<QueueDraft>) => void
}) {
  const { variables, settingsProblems, preview } = checked
  const suggest = useMemo(() => suggestResourceSettings(draft.resource, {}), [draft.resource])
  const setVariable = (name: string, variable: VariableDraft): void =>
    onChange({ variables: { ...draft.variables, [name]: variable } })
  const removeVariable = (name: string): void => {
    const { [name]: _removed, ...variables } = draft.variables
    onChange({ variables })
  }
  return (
    <Stack gap="sm">
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Title order={2} size="h5" mb={4}>
            Settings
          </Title>
          <Text size="sm" c="var(--slipway-muted)" mb="xs">
            YAML that every item gets. <code>{'"{{name}}"'}</code> is a value that whoever launches may give.
          </Text>
          <CodeEditor
            label="Settings as YAML"
            language="yaml"
            value={draft.settingsText}
            onChange={(settingsText) => onChange({ settingsText })}
            problems={settingsProblems}
            marks={HOLE}
            suggest={suggest}
            minHeight="200px"
          />
          {settingsProblems.map(({ message, line }) => (
            <Text key={message} size="sm" mt={6} role="alert" c="light-dark(#b42318, #ff9b90)">
              {line === undefined || message.includes(`line ${line}`) ? message : `Line ${line}: ${message}`}
            </Text>
          ))}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Title order={2} size="h5" mb={4}>
            Preview
          </Title>
          <Text size="sm" c="var(--slipway-muted)" mb="xs">
            What an item gets whose launch gives no values.
          </Text>
          {preview === null ? (
            <Text size="sm">The settings cannot be read yet.</Text>
          ) : (
            <CodeEditor label="Settings filled in" language="yaml" value={writeYaml(preview)} minHeight="200px" />
          )}
        </Grid.Col>
      </Grid>
      {variables.length > 0 && (
        <>
          <Title order={2} size="h5">
            Template variables
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {variables.map((variable) => (
              <VariableTile
                key={variable.name}
                variable={variable}
                onChange={(next) => setVariable(variable.name, next)}
                onRemove={() => removeVariable(variable.name)}
              />
            ))}
          </SimpleGrid>
        </>
      )}
    </Stack>
  )
}
