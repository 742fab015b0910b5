import { Button, Combobox, Group, Loader, Stack, Text, TextInput, useCombobox } from '@mantine/core'
import { decodeJobInputs } from '@slipway/core'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '../../api/api-error.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { buildEarlierValuesQuery, type EarlierValuesPage, type LaunchVersion } from './launch-queries.ts'
import { readItemSource, readRunSource } from './launch-source.ts'
import type { PastedSource } from './pasted-source.ts'

const ITEM_ID = /^\d+-\d+$/u
const RUN_PATH = /^[^/\s]+\/[^/\s]+\/[^/\s]+$/u

/** Chooses a run or an item of the job, or names one of another job. */
export function ChooseRun({
  version,
  onChoose,
}: {
  readonly version: LaunchVersion
  readonly onChoose: (read: () => Promise<PastedSource>) => void
}) {
  const [search, setSearch] = useState('')
  const combobox = useCombobox()
  const { entityName, name: projectName } = version.project
  const jobName = version.name.replace(/:[^:]*$/u, '')
  const query = useInfiniteQuery(buildEarlierValuesQuery({ entityName, projectName, jobName }))
  const sources = listSources(query.data?.pages ?? [])
  const text = search.trim()
  const shown = sources.filter(({ words }) => words.toLowerCase().includes(text.toLowerCase()))
  const inputs = decodeJobInputs(version.inputs)
  const choose = (value: string): void =>
    onChoose(async () =>
      ITEM_ID.test(value)
        ? { name: `item ${value}`, source: await readItemSource(value, inputs), base: { item: value } }
        : { name: `run ${value}`, source: await readRunSource(value, inputs), base: { run: value } },
    )
  const isForeign = (RUN_PATH.test(text) || ITEM_ID.test(text)) && !shown.some(({ value }) => value === text)
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Stack gap="sm">
        <Combobox.EventsTarget>
          <TextInput
            label="Run or item"
            description="Search the runs of this job, or give ENTITY/PROJECT/RUN or the id of an item."
            leftSection={<IconSearch size={16} />}
            rightSection={query.isFetching ? <Loader size={14} /> : null}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value)
              combobox.selectFirstOption()
            }}
            data-autofocus
          />
        </Combobox.EventsTarget>
        <Combobox.Options aria-label="Runs" mah={320} style={{ overflowY: 'auto' }}>
          {isForeign && <Combobox.Option value={text}>Take {text}</Combobox.Option>}
          {shown.map((source) => (
            <Combobox.Option key={source.value} value={source.value} py="xs">
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Text size="sm" truncate>
                  <strong>{source.title}</strong> {source.version}
                </Text>
                <Group gap="xs" wrap="nowrap">
                  <StateBadge state={source.state} />
                  <Text size="sm" c="var(--slipway-muted)" style={{ whiteSpace: 'nowrap' }}>
                    {source.author} <RelativeTime at={source.createdAt} />
                  </Text>
                </Group>
              </Group>
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {query.isError && <Text role="alert">{messageOf(query.error)}</Text>}
        {!query.isPending && shown.length === 0 && !isForeign && (
          <Text c="var(--slipway-muted)">
            {sources.length === 0 ? 'This job was not run yet.' : 'No run of this job matches.'}
          </Text>
        )}
        {query.hasNextPage && (
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show earlier ones
          </Button>
        )}
      </Stack>
    </Combobox>
  )
}

interface ListedSource {
  readonly value: string
  readonly title: string
  readonly version: string
  readonly state: string | null
  readonly author: string
  readonly createdAt: string | null
  readonly words: string
}

/** Runs, and items that have none (yet), newest first. */
function listSources(pages: readonly EarlierValuesPage[]): readonly ListedSource[] {
  const runs = pages.flatMap(({ runs: page }) => page?.edges.flatMap(({ node }) => (node ? [node] : [])) ?? [])
  const items = pages.flatMap(({ items: page }) => page?.edges.flatMap(({ node }) => (node ? [node] : [])) ?? [])
  const listed = [
    ...runs.map((run) =>
      describe({
        value: `${run.project?.entityName ?? ''}/${run.project?.name ?? ''}/${run.name}`,
        title: run.displayName ?? run.name,
        version: run.jobVersion?.version ?? '',
        state: run.state,
        author: run.user?.username ?? '',
        createdAt: run.createdAt,
      }),
    ),
    ...items
      .filter(({ run }) => run === null)
      .map((item) =>
        describe({
          value: item.id,
          title: `Item ${item.id}`,
          version: item.jobVersion?.version ?? '',
          state: item.state,
          author: item.author ?? '',
          createdAt: item.createdAt,
        }),
      ),
  ]
  return listed.toSorted((left, right) => ((left.createdAt ?? '') < (right.createdAt ?? '') ? 1 : -1))
}

function describe(source: Omit<ListedSource, 'words' | 'createdAt'> & { readonly createdAt: unknown }): ListedSource {
  const { createdAt } = source
  return {
    ...source,
    createdAt: createdAt === null || createdAt === undefined ? null : new Date(createdAt as string).toISOString(),
    words: `${source.value} ${source.title} ${source.author} ${source.version}`,
  }
}
