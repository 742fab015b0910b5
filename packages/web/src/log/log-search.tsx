import { ActionIcon, Group, Text, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react'
import type { LogMatches } from './log-matches.ts'

/** The search field of a log: Enter and Shift+Enter go from one match to the next. */
export function LogSearch({
  text,
  onChange,
  matches,
  position,
  onStep,
}: {
  readonly text: string
  readonly onChange: (text: string) => void
  /** Null while the log is searched. */
  readonly matches: LogMatches | null
  /** The place of the current match among them; -1 for none. */
  readonly position: number
  readonly onStep: (step: 1 | -1) => void
}) {
  return (
    <Group gap={4} wrap="nowrap" flex="1 1 220px" maw={420}>
      <TextInput
        type="search"
        aria-label="Search the log"
        placeholder="Search the log"
        leftSection={<IconSearch size={15} />}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1)
        }}
        flex={1}
        miw={0}
      />
      <Text size="xs" c="var(--slipway-muted)" miw={64} ta="center" role="status">
        {text === '' ? '' : describe(matches, position)}
      </Text>
      <ActionIcon aria-label="Previous match" onClick={() => onStep(-1)} disabled={!matches?.lines.length}>
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon aria-label="Next match" onClick={() => onStep(1)} disabled={!matches?.lines.length}>
        <IconChevronDown size={16} />
      </ActionIcon>
    </Group>
  )
}

function describe(matches: LogMatches | null, position: number): string {
  if (matches === null) return 'searching'
  if (matches.lines.length === 0) return 'no match'
  return `${position + 1} of ${matches.lines.length.toLocaleString('en')}${matches.isCut ? '+' : ''}`
}
