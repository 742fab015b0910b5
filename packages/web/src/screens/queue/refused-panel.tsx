import { Anchor, Card, Group, List, Stack, Text } from '@mantine/core'
import { IconMoodSmile } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { buildRefusedLaunchesQuery, type QueuePlace } from '../../api/queues.ts'
import { LoadMore } from '../../components/load-more.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { StatePage } from '../../components/state-page.tsx'

/** The launches into a queue that were not taken, with the reasons. */
export function RefusedPanel({ place }: { readonly place: QueuePlace }) {
  const query = useSuspenseInfiniteQuery(buildRefusedLaunchesQuery(place))
  const launches = query.data.pages.flatMap((page) => page?.edges.flatMap(({ node }) => (node ? [node] : [])) ?? [])
  if (launches.length === 0) {
    return (
      <StatePage icon={IconMoodSmile} title="No launch was refused">
        <Text c="var(--slipway-muted)">A launch that the queue does not take is kept here with the reasons.</Text>
      </StatePage>
    )
  }
  return (
    <Stack gap="sm">
      {launches.map((launch) => (
        <Card key={launch.id} withBorder padding="sm" component="article" aria-label={`Refused launch ${launch.id}`}>
          <Group gap="md" mb={4}>
            <Text size="sm" fw={600} className="mono" style={{ overflowWrap: 'anywhere' }}>
              {launch.jobPath ?? 'an image'}
            </Text>
            <Text size="sm" c="var(--slipway-muted)">
              {launch.author}, <RelativeTime at={launch.createdAt} />
            </Text>
          </Group>
          {launch.problems.length === 0 ? (
            <Text size="sm">{launch.message}</Text>
          ) : (
            <List size="sm">
              {launch.problems.map(({ path, message }) => (
                <List.Item key={`${path} ${message}`}>
                  {path !== '' && <code>{path}</code>} {message}
                </List.Item>
              ))}
            </List>
          )}
        </Card>
      ))}
      <LoadMore query={query} />
      <Text size="xs" c="var(--slipway-muted)">
        The newest 1,000 of an entity are kept.{' '}
        <Anchor
          size="xs"
          underline="always"
          renderRoot={(props) => <Link to="/jobs" search={{ entity: place.entity }} {...props} />}
        >
          See the jobs
        </Anchor>{' '}
        for what their inputs may be.
      </Text>
    </Stack>
  )
}
