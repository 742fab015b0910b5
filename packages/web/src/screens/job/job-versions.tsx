import { ActionIcon, Anchor, Badge, Group, Menu, Pill, Table, Text, TextInput } from '@mantine/core'
import { IconDots, IconPlus, IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { buildJobVersionsQuery, type JobPlace, type ListedJobVersion } from '../../api/jobs.ts'
import { confirmDanger } from '../../components/confirm.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { PageLoader } from '../../components/page-loader.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { useAddAlias, useDeleteJobVersion, useRemoveAlias } from './job-mutations.ts'

/** All versions of a job with their aliases, which are added and removed here. */
export function JobVersions({ place }: { readonly place: JobPlace }) {
  const query = useInfiniteQuery({ ...buildJobVersionsQuery(place), throwOnError: true })
  if (query.data === undefined) return <PageLoader />
  return (
    <>
      <Table.ScrollContainer minWidth={560} type="native">
        <Table highlightOnHover verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Version</Table.Th>
              <Table.Th>Aliases</Table.Th>
              <Table.Th>Source</Table.Th>
              <Table.Th>Captured by</Table.Th>
              <Table.Th>Captured</Table.Th>
              <Table.Th aria-label="More" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {query.data.map((version) => (
              <VersionRow key={version.id} place={place} version={version} isOnly={query.data.length === 1} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore query={query} />
    </>
  )
}

function VersionRow({
  place,
  version,
  isOnly,
}: {
  readonly place: JobPlace
  readonly version: ListedJobVersion
  readonly isOnly: boolean
}) {
  const deleteVersion = useDeleteJobVersion()
  const { sourceRun: run } = version
  const confirm = (): void =>
    confirmDanger({
      title: `Delete version ${version.version}?`,
      text: 'It can no longer be launched. Runs that it had stay. This cannot be undone.',
      action: `Delete ${version.version}`,
      refusal: 'Keep it',
      onConfirm: () => deleteVersion.mutate({ id: version.id, version: version.version }),
    })
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Anchor
            className="mono"
            renderRoot={(props) => (
              <Link
                from="/$entity/$project/jobs/$job"
                to="."
                search={(old) => ({ ...old, version: version.version, tab: 'inputs' })}
                {...props}
              />
            )}
          >
            {version.version}
          </Anchor>
          {version.isPartial && (
            <Badge size="sm" variant="light" color="gray" tt="none">
              inputs unknown
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <Aliases place={place} version={version} />
      </Table.Td>
      <Table.Td>{version.sourceType}</Table.Td>
      <Table.Td>
        {run ? (
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
        ) : (
          <Text size="sm" c="var(--slipway-muted)">
            made by hand
          </Text>
        )}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <RelativeTime at={version.createdAt} />
      </Table.Td>
      <Table.Td ta="right">
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={`More about ${version.version}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item color="red" disabled={isOnly} leftSection={<IconTrash size={16} />} onClick={confirm}>
              Delete {version.version}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  )
}

function Aliases({ place, version }: { readonly place: JobPlace; readonly version: ListedJobVersion }) {
  const [draft, setDraft] = useState<string | null>(null)
  const target = { id: version.id, entityName: place.entity, projectName: place.project, jobName: place.job }
  const add = useAddAlias(target)
  const remove = useRemoveAlias(target)
  return (
    <Group gap={6}>
      {version.aliases.map((alias) => (
        <Pill
          key={alias}
          withRemoveButton={alias !== 'latest'}
          onRemove={() => remove.mutate(alias)}
          removeButtonProps={{ 'aria-label': `Remove the alias ${alias}`, 'aria-hidden': false, tabIndex: 0 }}
        >
          {alias}
        </Pill>
      ))}
      {draft === null ? (
        <ActionIcon size="sm" aria-label={`Add an alias to ${version.version}`} onClick={() => setDraft('')}>
          <IconPlus size={14} />
        </ActionIcon>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (draft.trim() !== '') add.mutate(draft.trim(), { onSuccess: () => setDraft(null) })
          }}
        >
          <TextInput
            size="xs"
            w={130}
            autoFocus
            aria-label={`New alias of ${version.version}`}
            placeholder="production"
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setDraft(null)}
          />
        </form>
      )}
    </Group>
  )
}
