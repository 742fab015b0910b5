import { Button, Combobox, Group, Loader, Stack, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBox, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { buildAllJobsQuery, type ListedJob } from './all-jobs-query.ts'
import { messageOf } from '../../api/api-error.ts'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { entityNamesOf } from '../../api/viewer.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { CommandBlock } from '../../components/command-block.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { StatePage } from '../../components/state-page.tsx'
import { buildRecentJobsQuery } from './launch-queries.ts'

const SEARCH_DELAY_MS = 150

/** Chooses a job among all of the viewer's entities; those that the viewer launched last come first. */
export function JobPicker({ onChoose }: { readonly onChoose: (job: string) => void }) {
  const viewer = useViewer()
  const entities = entityNamesOf(viewer)
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), SEARCH_DELAY_MS)
  const query = buildAllJobsQuery(entities, search)
  const jobs = useInfiniteQuery({ ...query, placeholderData: keepPreviousData })
  const recent = useQueries({
    queries: entities.map((entity) => buildRecentJobsQuery(entity, viewer.username ?? '')),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  })
  useLiveQueries(
    entities.map((entityName) => ({ kind: 'JOBS', entityName })),
    [['jobs', 'all']],
  )
  const combobox = useCombobox()
  const found = sortByUse(jobs.data?.pages.flatMap((page) => page.jobs) ?? [], recent)
  if (jobs.isError) return <Text role="alert">{messageOf(jobs.error)}</Text>
  if (found.length === 0 && search === '' && !jobs.isPending) return <NoJobs />
  return (
    <Combobox store={combobox} onOptionSubmit={onChoose}>
      <Stack gap="sm">
        <Combobox.EventsTarget>
          <TextInput
            label="Job"
            description="Which job shall run? Type to search, and choose with the arrow keys and Enter."
            placeholder="Search by name or description"
            leftSection={<IconSearch size={16} />}
            rightSection={jobs.isFetching ? <Loader size={14} /> : null}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              combobox.selectFirstOption()
            }}
            data-autofocus
          />
        </Combobox.EventsTarget>
        <Combobox.Options aria-label="Jobs">
          {found.map((job) => (
            <JobOption key={job.id} job={job} isRecent={recent.includes(pathOf(job))} />
          ))}
        </Combobox.Options>
        {found.length === 0 && !jobs.isPending && (
          <Group gap="xs">
            <Text c="var(--slipway-muted)">No job matches “{search}”.</Text>
            <Button size="compact-sm" variant="subtle" onClick={() => setText('')}>
              Show all jobs
            </Button>
          </Group>
        )}
        {jobs.hasNextPage && (
          <Button variant="default" loading={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
            Show more jobs
          </Button>
        )}
      </Stack>
    </Combobox>
  )
}

function JobOption({ job, isRecent }: { readonly job: ListedJob; readonly isRecent: boolean }) {
  return (
    <Combobox.Option value={pathOf(job)} py="xs">
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Stack gap={0} miw={0}>
          <Text fw={550} truncate>
            {job.name}{' '}
            <Text span size="sm" c="var(--slipway-muted)" fw={400}>
              {job.project.entityName}/{job.project.name}
            </Text>
          </Text>
          {job.description !== null && job.description !== '' && (
            <Text size="sm" c="var(--slipway-muted)" truncate>
              {job.description}
            </Text>
          )}
        </Stack>
        <Text size="sm" c="var(--slipway-muted)" style={{ flexShrink: 0 }} ta="right">
          {isRecent && <>launched lately · </>}
          {job.latestVersion?.version} <RelativeTime at={asText(job.updatedAt)} />
        </Text>
      </Group>
    </Combobox.Option>
  )
}

function NoJobs() {
  return (
    <StatePage icon={IconBox} title="There is no job to launch yet">
      <Text c="var(--slipway-muted)">
        Run a program once through Slipway, and it can be launched from here with other inputs.
      </Text>
      <CommandBlock command="slipway run -- python train.py" />
    </StatePage>
  )
}

function pathOf(job: ListedJob): string {
  return `${job.project.entityName}/${job.project.name}/${job.name}`
}

function asText(time: Date | number | string | null | undefined): string | null {
  return time === null || time === undefined ? null : new Date(time).toISOString()
}

/** The jobs of the paths first, in their order; the others by their newest version. */
function sortByUse(jobs: readonly ListedJob[], paths: readonly string[]): readonly ListedJob[] {
  const rank = (job: ListedJob): number => {
    const index = paths.indexOf(pathOf(job))
    return index === -1 ? paths.length : index
  }
  return jobs.toSorted((left, right) => rank(left) - rank(right) || timeOf(right) - timeOf(left))
}

function timeOf(job: ListedJob): number {
  return new Date(job.updatedAt ?? 0).getTime()
}
