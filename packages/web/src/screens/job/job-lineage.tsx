import { Anchor, Stack, Text, Timeline } from '@mantine/core'
import { IconBox, IconCamera, IconFileCode, IconPlayerPlay } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { JobPlace, JobVersionDetails } from '../../api/jobs.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { RunLink } from '../../components/run-link.tsx'
import { LaunchedRuns } from './launched-runs.tsx'

/** From the run that captured the version, by its code, to what was launched from it. */
export function JobLineage({ place, version }: { readonly place: JobPlace; readonly version: JobVersionDetails }) {
  const { sourceRun, sourceArtifact } = version
  return (
    <Timeline bulletSize={28} lineWidth={2} maw={640}>
      <Timeline.Item bullet={<IconCamera size={15} />} title="Captured by">
        {sourceRun ? (
          <Stack gap={2} align="flex-start">
            <Text size="sm" component="div">
              <RunLink run={sourceRun} />
            </Text>
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
        <LaunchedRuns place={place} version={version.version} />
      </Timeline.Item>
    </Timeline>
  )
}
