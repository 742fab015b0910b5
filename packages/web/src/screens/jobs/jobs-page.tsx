import { Anchor, Table, Text } from '@mantine/core'
import { IconBox } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { buildJobsQuery } from '../../api/jobs.ts'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { StatePage } from '../../components/state-page.tsx'

const route = getRouteApi('/shell/jobs')

/** All jobs of an entity. */
export function JobsPage() {
  const viewer = useViewer()
  const { entity = viewer.entity ?? '', search } = route.useSearch()
  const query = buildJobsQuery({ entity, search })
  const { data } = useSuspenseInfiniteQuery(query)
  useLiveQueries([{ kind: 'JOBS', entityName: entity }], [query.queryKey])
  const jobs = data.pages.flatMap((page) => page?.edges.flatMap(({ node }) => (node ? [node] : [])) ?? [])
  return (
    <>
      <PageHeader title="Jobs" />
      {jobs.length === 0 ? (
        <StatePage icon={IconBox} title="No jobs yet" />
      ) : (
        <Table.ScrollContainer minWidth={480}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Job</Table.Th>
                <Table.Th>Project</Table.Th>
                <Table.Th>Newest version</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {jobs.map((job) => (
                <Table.Tr key={job.id}>
                  <Table.Td>
                    <Anchor
                      renderRoot={(props) => (
                        <Link
                          to="/$entity/$project/jobs/$job"
                          params={{ entity: job.project.entityName, project: job.project.name, job: job.name }}
                          {...props}
                        />
                      )}
                    >
                      {job.name}
                    </Anchor>
                    <Text size="sm" c="var(--slipway-muted)">
                      {job.description}
                    </Text>
                  </Table.Td>
                  <Table.Td>{job.project.name}</Table.Td>
                  <Table.Td>
                    {job.latestVersion?.version} <RelativeTime at={job.updatedAt} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  )
}
