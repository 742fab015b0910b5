import {
  ActionIcon,
  Badge,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  TagsInput,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ShownVariable } from './check-draft.ts'
import type { VariableDraft, VariableType } from './variable-draft.ts'

const TYPES = [
  { value: 'string', label: 'Text' },
  { value: 'integer', label: 'Whole number' },
  { value: 'number', label: 'Number' },
] as const satisfies readonly { readonly value: VariableType; readonly label: string }[]

/** One template variable: its type, what it is unless somebody says otherwise, and what it may be. */
export function VariableTile({
  variable,
  onChange,
  onRemove,
}: {
  readonly variable: ShownVariable
  readonly onChange: (draft: VariableDraft) => void
  readonly onRemove: () => void
}) {
  const { name, draft, hasHole, problem } = variable
  const set = (change: Partial<VariableDraft>): void => onChange({ ...draft, ...change })
  return (
    <Paper withBorder p="sm" component="section" aria-label={`Template variable ${name}`}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text className="mono" fw={600} size="sm" truncate>
            {name}
          </Text>
          {!hasHole && (
            <Group gap={4} wrap="nowrap">
              <Tooltip label={`{{${name}}} is not in the settings`}>
                <Badge color="yellow" variant="light" tt="none" tabIndex={0}>
                  not used
                </Badge>
              </Tooltip>
              <ActionIcon size="sm" aria-label={`Remove ${name}`} onClick={onRemove}>
                <IconX size={14} />
              </ActionIcon>
            </Group>
          )}
        </Group>
        <SegmentedControl
          size="xs"
          aria-label={`Type of ${name}`}
          data={[...TYPES]}
          value={draft.type}
          onChange={(type) => set({ type })}
        />
        <TextInput
          size="xs"
          label="Default"
          placeholder="none: each launch must give one"
          value={draft.defaultText}
          onChange={(event) => set({ defaultText: event.currentTarget.value })}
        />
        {draft.type !== 'string' && (
          <Group grow gap="xs">
            <TextInput
              size="xs"
              label="Minimum"
              inputMode="decimal"
              value={draft.minimumText}
              onChange={(event) => set({ minimumText: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              label="Maximum"
              inputMode="decimal"
              value={draft.maximumText}
              onChange={(event) => set({ maximumText: event.currentTarget.value })}
            />
          </Group>
        )}
        <TagsInput
          size="xs"
          label="Only these values"
          placeholder={draft.choices.length === 0 ? 'any: type one and press Enter' : ''}
          value={[...draft.choices]}
          onChange={(choices) => set({ choices })}
        />
        {problem !== null && (
          <Text size="xs" c="var(--slipway-danger, light-dark(#b42318, #ff9b90))" role="alert">
            {problem}
          </Text>
        )}
      </Stack>
    </Paper>
  )
}
