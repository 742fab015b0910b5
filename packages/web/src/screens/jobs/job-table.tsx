import { Anchor, Stack, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { nodesOf } from '../../api/connection.ts'
import type { ListedJob } from '../../api/jobs.ts'
import { LaunchButton } from '../../components/launch-button.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { StateBars } from '../../components/state-bars.tsx'

/** Jobs with their last runs. */
export function JobTable({ jobs }: { readonly jobs: readonly ListedJob[] }) {
  return (
    <Table.ScrollContainer minWidth={620} type="native">
      <Table highlightOnHover verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Job</Table.Th>
            <Table.Th>Newest version</Table.Th>
            <Table.Th>Last runs</Table.Th>
            <Table.Th aria-label="Launch" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function JobRow({ job }: { readonly job: ListedJob }) {
  const { project, latestVersion } = job
  return (
    <Table.Tr>
      <Table.Td>
        <Stack gap={2}>
          <Anchor
            fw={600}
            renderRoot={(props) => (
              <Link
                to="/$entity/$project/jobs/$job"
                params={{ entity: project.entityName, project: project.name, job: job.name }}
                {...props}
              />
            )}
          >
            {job.name}
          </Anchor>
          <Text size="sm" c="var(--slipway-muted)" lineClamp={2}>
            {project.name}
            {job.description ? ` · ${job.description}` : ''}
          </Text>
        </Stack>
      </Table.Td>
      <Table.Td>
        {latestVersion && (
          <Stack gap={2}>
            <Text size="sm" className="mono">
              {latestVersion.version}
            </Text>
            <Text size="sm" c="var(--slipway-muted)">
              <RelativeTime at={latestVersion.createdAt} />
            </Text>
          </Stack>
        )}
      </Table.Td>
      <Table.Td>
        <StateBars runs={nodesOf(job.runs)} />
      </Table.Td>
      <Table.Td ta="right">
        {latestVersion && (
          <LaunchButton
            from={{ job: `${project.entityName}/${project.name}/${job.name}:latest` }}
            what={job.name}
            size="xs"
            variant="light"
          />
        )}
      </Table.Td>
    </Table.Tr>
  )
}
