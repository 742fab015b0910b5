import { Button, Group, Stack, Switch, Text } from '@mantine/core'
import { IconAdjustmentsOff, IconSearchOff } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useLiveQueries } from '../../../api/live/use-live.ts'
import { SearchInput } from '../../../components/search-input.tsx'
import { StatePage } from '../../../components/state-page.tsx'
import { buildRunConfigQuery } from '../api/run-config.ts'
import type { RunTabProps } from '../run-tab-props.ts'
import { buildConfigRows } from './config-rows.ts'
import { ConfigTable } from './config-table.tsx'
import { CopyConfig } from './copy-config.tsx'

const route = getRouteApi('/shell/$entity/$project/runs/$run')

/** What a run was started with, value by value, and where each comes from. */
export function ConfigTab({ path, run }: RunTabProps) {
  const query = buildRunConfigQuery(path)
  const { data } = useSuspenseQuery(query)
  // The config comes with the details of the run, which are asked again when it changes.
  useLiveQueries(run.runQueueItem == null ? [] : [{ kind: 'RUN_QUEUE_ITEM', id: run.runQueueItem.id }], [
    query.queryKey,
  ])
  const { input = '', changed = false } = route.useSearch()
  const navigate = route.useNavigate()
  const rows = data === null ? [] : buildConfigRows(data)
  const wanted = input.trim().toLowerCase()
  const shown = rows.filter(
    (row) =>
      (!changed || row.isChanged) &&
      `${row.file ?? ''} ${row.path} ${JSON.stringify(row.value ?? null)}`.toLowerCase().includes(wanted),
  )
  const files = [...new Set(shown.map(({ file }) => file))]
  const setSearch = (part: { readonly input?: string | undefined; readonly changed?: boolean | undefined }): void =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false })
  if (data === null || rows.length === 0) {
    return (
      <StatePage icon={IconAdjustmentsOff} title="No config">
        <Text c="var(--slipway-muted)">The program was started without a config.</Text>
      </StatePage>
    )
  }
  const changedCount = rows.filter(({ isChanged }) => isChanged).length
  return (
    <Stack gap="md">
      <Group gap="md">
        <SearchInput
          label="Search the config"
          value={input}
          onChange={(text) => setSearch({ input: text === '' ? undefined : text })}
        />
        <Switch
          label={`Only changed (${changedCount})`}
          checked={changed}
          onChange={(event) => setSearch({ changed: event.currentTarget.checked ? true : undefined })}
        />
        <CopyConfig config={data} />
      </Group>
      {shown.length === 0 && (
        <StatePage icon={IconSearchOff} title="Nothing matches">
          <Button variant="default" onClick={() => setSearch({ input: undefined, changed: undefined })}>
            Show the whole config
          </Button>
        </StatePage>
      )}
      {files.map((file) => (
        <ConfigTable key={file ?? ''} file={file} rows={shown.filter((row) => row.file === file)} />
      ))}
    </Stack>
  )
}
