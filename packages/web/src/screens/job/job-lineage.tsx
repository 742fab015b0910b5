import { Anchor, Stack, Text, Timeline } from '@mantine/core'
import { IconBox, IconCamera, IconFileCode, IconPlayerPlay } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { buildJobRunsQuery, type JobPlace, type JobVersionDetails } from '../../api/jobs.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { StateBadge } from '../../components/state-badge.tsx'

const MAX_RUNS = 10

/** From the run that captured the version, by its code, to what was launched from it. */
export function JobLineage({ place, version }: { readonly place: JobPlace; readonly version: JobVersionDetails }) {
  const { data: runs = [] } = useInfiniteQuery(buildJobRunsQuery(place))
  const launched = runs.filter((run) => run.jobVersion?.version === version.version)
  const { sourceRun, sourceArtifact } = version
  return (
    <Timeline bulletSize={28} lineWidth={2} maw={640}>
      <Timeline.Item bullet={<IconCamera size={15} />} title="Captured by">
        {sourceRun ? (
          <Stack gap={2} align="flex-start">
            <RunLink run={sourceRun} />
            <Text size="sm" c="var(--slipway-muted)">
              {sourceRun.user?.username} {sourceRun.commit ? `· commit ${sourceRun.commit.slice(0, 10)}` : ''}
            </Text>
          </Stack>
        ) : (
          <Text size="sm" c="var(--slipway-muted)">
            No run: it was made by hand, or the run was deleted.
          </Text>
        )}
      </Timeline.Item>
      <Timeline.Item bullet={<IconFileCode size={15} />} title="Code">
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link from="/$entity/$project/jobs/$job" to="." search={(old) => ({ ...old, tab: 'source' })} {...props} />
          )}
        >
          {sourceArtifact
            ? `${sourceArtifact.artifactSequence.name}:v${sourceArtifact.versionIndex ?? 0}`
            : `See the source (${version.sourceType})`}
        </Anchor>
      </Timeline.Item>
      <Timeline.Item bullet={<IconBox size={15} />} title={`Job version ${version.version}`}>
        <Text size="sm" c="var(--slipway-muted)">
          <RelativeTime at={version.createdAt} />
        </Text>
      </Timeline.Item>
      <Timeline.Item bullet={<IconPlayerPlay size={15} />} title="Launched">
        <Stack gap={4} align="flex-start">
          {launched.length === 0 && (
            <Text size="sm" c="var(--slipway-muted)">
              Nothing was launched from this version yet.
            </Text>
          )}
          {launched.slice(0, MAX_RUNS).map((run) => (
            <Text key={run.id} component="div" size="sm">
              <RunLink run={run} /> <StateBadge state={run.state} />
            </Text>
          ))}
          {launched.length > MAX_RUNS && (
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link
                  from="/$entity/$project/jobs/$job"
                  to="."
                  search={(old) => ({ ...old, tab: 'runs' })}
                  {...props}
                />
              )}
            >
              All runs
            </Anchor>
          )}
        </Stack>
      </Timeline.Item>
    </Timeline>
  )
}

function RunLink({
  run,
}: {
  readonly run: {
    readonly name: string
    readonly displayName?: string | null
    readonly project?: { readonly name: string; readonly entityName: string } | null
  }
}) {
  return (
    <Anchor
      size="sm"
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
  )
}
