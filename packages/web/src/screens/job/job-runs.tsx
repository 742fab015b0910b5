import { Anchor, Code, Table, Text } from '@mantine/core'
import { IconChartLine } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { buildJobRunsQuery, type JobPlace, type JobVersionDetails, type ListedJobRun } from '../../api/jobs.ts'
import { useSteadyRefresh } from '../../api/live/use-steady-refresh.ts'
import { CommandBlock } from '../../components/command-block.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { PageLoader } from '../../components/page-loader.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { StatePage } from '../../components/state-page.tsx'
import { listChangedColumns, readChangedInputs, type ChangedInputs } from './changed-inputs.ts'

/** More columns than a screen holds help nobody; the rest is on each run's page. */
const MAX_COLUMNS = 12

/** The runs of a job, with the inputs that any of them changed as columns. */
export function JobRuns({ place, version }: { readonly place: JobPlace; readonly version: JobVersionDetails }) {
  const options = buildJobRunsQuery(place)
  const query = useInfiniteQuery({ ...options, throwOnError: true })
  useSteadyRefresh([{ kind: 'RUNS', entityName: place.entity, projectName: place.project }], [options.queryKey])
  const rows = useMemo(
    () => (query.data ?? []).map((run) => ({ run, changed: readChangedInputs(run.runQueueItem?.runSpec) })),
    [query.data],
  )
  const columns = useMemo(() => listChangedColumns(rows.map(({ changed }) => changed)), [rows])
  if (query.data === undefined) return <PageLoader />
  if (rows.length === 0) {
    return (
      <StatePage icon={IconChartLine} title="This job was not launched yet">
        <Text c="var(--slipway-muted)">Launch it with the button above, or from a terminal:</Text>
        <CommandBlock command={`slipway launch ${version.path} --queue default --watch`} />
      </StatePage>
    )
  }
  const shown = columns.slice(0, MAX_COLUMNS)
  return (
    <>
      <Table.ScrollContainer minWidth={560} type="native">
        <Table highlightOnHover verticalSpacing={6} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Run</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th>Version</Table.Th>
              {shown.map((address) => (
                <Table.Th key={address} className="mono">
                  {address}
                </Table.Th>
              ))}
              <Table.Th>By</Table.Th>
              <Table.Th>Started</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ run, changed }) => (
              <RunRow key={run.id} run={run} changed={changed} columns={shown} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {columns.length > MAX_COLUMNS && (
        <Text size="sm" c="var(--slipway-muted)" mt="xs">
          {columns.length - MAX_COLUMNS} inputs that were changed less often are on the pages of the runs.
        </Text>
      )}
      <LoadMore query={query} />
    </>
  )
}

function RunRow({
  run,
  changed,
  columns,
}: {
  readonly run: ListedJobRun
  readonly changed: ChangedInputs
  readonly columns: readonly string[]
}) {
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Anchor
          renderRoot={(props) => (
            <Link
              to="/$entity/$project/runs/$run"
              params={{ entity: run.project?.entityName ?? '', project: run.project?.name ?? '', run: run.name }}
              {...props}
            />
          )}
        >
          {run.displayName ?? run.name}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <StateBadge state={run.state} />
      </Table.Td>
      <Table.Td className="mono">{run.jobVersion?.version}</Table.Td>
      {columns.map((address) => (
        <Table.Td key={address}>
          <ChangedInput value={changed.get(address)} />
        </Table.Td>
      ))}
      <Table.Td>{run.user?.username}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <RelativeTime at={run.createdAt} />
      </Table.Td>
    </Table.Tr>
  )
}

/** What a launch made of an input: undefined where it left the default, null where it removed the input. */
function ChangedInput({ value }: { readonly value: string | null | undefined }) {
  if (typeof value === 'string') return <Code>{value}</Code>
  return (
    <Text size="sm" c="var(--slipway-muted)">
      {value === null ? 'removed' : 'default'}
    </Text>
  )
}
