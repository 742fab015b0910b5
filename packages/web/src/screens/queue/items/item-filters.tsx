import { Box, Group, Select } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { SearchInput } from '../../../components/search-input.tsx'

const route = getRouteApi('/shell/queues/$entity/$queue')

/** Sets of states that people ask for. */
const GROUPS = [
  { value: '', label: 'All states', states: undefined },
  { value: 'pending,leased', label: 'Waiting', states: ['pending', 'leased'] },
  { value: 'claimed', label: 'Running', states: ['claimed'] },
  { value: 'finished', label: 'Finished', states: ['finished'] },
  { value: 'failed', label: 'Failed', states: ['failed'] },
  { value: 'stopped', label: 'Stopped', states: ['stopped'] },
  { value: 'cancelled', label: 'Cancelled', states: ['cancelled'] },
] as const

/** Which items are shown; all of it is in the address. */
export function ItemFilters() {
  const { states, author = '', job = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: { states?: string[] | undefined; author?: string | undefined; job?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const shown = states?.join(',') ?? ''
  const options = GROUPS.map(({ value, label }) => ({ value, label }))
  return (
    <Group gap="sm">
      <Select
        aria-label="State"
        data={options.some(({ value }) => value === shown) ? options : [...options, { value: shown, label: shown }]}
        value={shown}
        onChange={(next) => {
          const found = GROUPS.find(({ value }) => value === next)
          set({ states: found?.states === undefined ? undefined : [...found.states] })
        }}
        allowDeselect={false}
        w={150}
      />
      <Box miw={150} flex={1} maw={360}>
        <SearchInput label="Job" value={job} onChange={(text) => set({ job: text.trim() || undefined })} />
      </Box>
      <Box miw={150} flex={1} maw={360}>
        <SearchInput label="Author" value={author} onChange={(text) => set({ author: text.trim() || undefined })} />
      </Box>
    </Group>
  )
}
