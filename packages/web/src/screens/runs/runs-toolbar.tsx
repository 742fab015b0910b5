import { Box, Group, MultiSelect, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { SearchInput } from '../../components/search-input.tsx'
import type { RunPlace } from './api/runs.ts'
import { columnOf, SYSTEM_COLUMNS } from './columns/run-column.ts'
import { FilterChips } from './filter/filter-chips.tsx'
import { RUN_STATES } from './filter/filter-fields.ts'
import type { RunsSearch } from './runs-search.ts'

/** What is shown of the runs: search, states, conditions and groups. */
export function RunsToolbar({
  place,
  search,
  columns,
  onChange,
  children,
}: {
  readonly place: RunPlace
  readonly search: RunsSearch
  /** The columns that are shown; runs are grouped by one of them, or by what every run has. */
  readonly columns: readonly string[]
  readonly onChange: (change: Partial<RunsSearch>) => void
  readonly children: ReactNode
}) {
  const { q = '', state = [], filters = [], group } = search
  const values = [...new Set([...columns, ...(group === undefined ? [] : [group])])].flatMap((id) => {
    const column = columnOf(id)
    return column === null || column.from === 'run' ? [] : [toItem(column)]
  })
  return (
    <Group gap="xs" mb="sm" align="flex-start">
      <Box flex="1 1 180px" maw={360}>
        <SearchInput
          label="Search names"
          value={q}
          onChange={(text) => onChange({ q: text === '' ? undefined : text })}
        />
      </Box>
      <MultiSelect
        aria-label="States"
        placeholder={state.length === 0 ? 'All states' : undefined}
        data={RUN_STATES}
        value={state}
        onChange={(states) => onChange({ state: states.length === 0 ? undefined : states })}
        clearable
        clearButtonProps={{ 'aria-label': 'Show all states' }}
        miw={150}
      />
      <Select
        aria-label="Group by"
        placeholder="No groups"
        data={[
          { group: 'Run', items: SYSTEM_COLUMNS.filter(({ canGroup }) => canGroup).map(toItem) },
          { group: 'Values', items: values },
        ]}
        value={group ?? null}
        onChange={(by) => onChange({ group: by ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'No groups' }}
        searchable
        w={160}
      />
      <FilterChips
        place={place}
        filters={filters}
        onChange={(next) => onChange({ filters: next.length === 0 ? undefined : next })}
      />
      <Group gap="xs" ml={{ base: 0, sm: 'auto' }}>
        {children}
      </Group>
    </Group>
  )
}

function toItem({ id, label }: { readonly id: string; readonly label: string }) {
  return { value: id, label: `By ${label}` }
}
