import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconColumns3, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nodesOf } from '../../../api/connection.ts'
import { buildRunKeysQuery } from '../api/run-keys.ts'
import type { RunPlace } from '../api/runs.ts'
import { moveColumn } from './move-column.ts'
import { columnOf, SYSTEM_COLUMNS } from './run-column.ts'

/** Chooses what the table shows, and in which order. */
export function ColumnChooser({
  place,
  columns,
  onChange,
  onReset,
}: {
  readonly place: RunPlace
  readonly columns: readonly string[]
  readonly onChange: (columns: readonly string[]) => void
  /** Goes back to the columns that nobody chose; null where these are they. */
  readonly onReset: (() => void) | null
}) {
  return (
    <Popover position="bottom-end" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Choices place={place} columns={columns} onChange={onChange} onReset={onReset} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Choices({ place, columns, onChange, onReset }: Parameters<typeof ColumnChooser>[0]) {
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search, 150)
  const query = useInfiniteQuery(buildRunKeysQuery(place, wanted))
  const keys = (query.data?.pages ?? []).flatMap(nodesOf)
  const matches = (label: string) => label.toLowerCase().includes(search.trim().toLowerCase())
  const system = SYSTEM_COLUMNS.filter(({ label }) => matches(label))
  const toggle = (id: string): void =>
    onChange(columns.includes(id) ? columns.filter((other) => other !== id) : [...columns, id])
  const sections = [
    { title: 'Run', items: system.map(({ id, label }) => ({ id, label })) },
    {
      title: 'Inputs',
      items: keys.filter(({ isInput }) => isInput).map(({ name, path }) => ({ id: name, label: path })),
    },
    {
      title: 'Summary',
      items: keys.filter(({ isInput }) => !isInput).map(({ name, path }) => ({ id: name, label: path })),
    },
  ]
  return (
    <Stack gap="xs">
      <TextInput
        aria-label="Search columns"
        placeholder="Search columns"
        leftSection={<IconSearch size={15} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
      />
      <ScrollArea.Autosize mah={380} viewportProps={{ tabIndex: 0 }}>
        {search === '' && <Shown columns={columns} onChange={onChange} />}
        {sections
          .filter(({ items }) => items.length > 0)
          .map(({ title, items }) => (
            <Stack key={title} gap={6} mb="sm" role="group" aria-label={title}>
              <Text size="xs" fw={600} c="var(--slipway-muted)">
                {title}
              </Text>
              {items.map(({ id, label }) => (
                <Checkbox key={id} size="xs" label={label} checked={columns.includes(id)} onChange={() => toggle(id)} />
              ))}
            </Stack>
          ))}
        {query.hasNextPage && (
          <Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            More
          </Button>
        )}
      </ScrollArea.Autosize>
      {onReset !== null && (
        <Button variant="default" size="xs" onClick={onReset}>
          Back to the usual columns
        </Button>
      )}
    </Stack>
  )
}

function Shown({
  columns,
  onChange,
}: {
  readonly columns: readonly string[]
  readonly onChange: (columns: readonly string[]) => void
}) {
  return (
    <Stack gap={4} mb="sm" role="group" aria-label="Order of the columns">
      <Text size="xs" fw={600} c="var(--slipway-muted)">
        Shown, in this order
      </Text>
      {columns.map((id, index) => {
        const label = columnOf(id)?.label ?? id
        return (
          <Group key={id} gap={2} wrap="nowrap">
            <Text size="xs" flex={1} truncate>
              {label}
            </Text>
            <ActionIcon
              size="xs"
              aria-label={`Move ${label} to the left`}
              disabled={index === 0}
              onClick={() => onChange(moveColumn(columns, id, -1))}
            >
              <IconArrowUp size={13} />
            </ActionIcon>
            <ActionIcon
              size="xs"
              aria-label={`Move ${label} to the right`}
              disabled={index === columns.length - 1}
              onClick={() => onChange(moveColumn(columns, id, 1))}
            >
              <IconArrowDown size={13} />
            </ActionIcon>
          </Group>
        )
      })}
    </Stack>
  )
}
