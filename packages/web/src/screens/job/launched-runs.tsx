import { Anchor, Button, Loader, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { messageOf } from '../../api/api-error.ts'
import { buildJobVersionRunsQuery, type JobPlace } from '../../api/jobs.ts'
import { useSteadyRefresh } from '../../api/live/use-steady-refresh.ts'
import { RunLink } from '../../components/run-link.tsx'
import { StateBadge } from '../../components/state-badge.tsx'

const MAX_RUNS = 10

/** The newest runs of one version of a job, and a way to the rest. */
export function LaunchedRuns({ place, version }: { readonly place: JobPlace; readonly version: string }) {
  // One more than is shown tells whether there are more.
  const options = buildJobVersionRunsQuery(place, version, MAX_RUNS + 1)
  const { data: runs, error, refetch } = useQuery(options)
  // A job may be launched into any project of its entity.
  useSteadyRefresh([{ kind: 'RUNS', entityName: place.entity }], [options.queryKey])
  if (runs === undefined && error !== null) {
    return (
      <Stack gap={4} align="flex-start" role="alert">
        <Text size="sm">The runs could not be listed: {messageOf(error)}</Text>
        <Button size="xs" variant="default" onClick={() => void refetch()}>
          Try again
        </Button>
      </Stack>
    )
  }
  if (runs === undefined) return <Loader size="xs" aria-label="Loading the runs" />
  if (runs.length === 0) {
    return (
      <Text size="sm" c="var(--slipway-muted)">
        Nothing was launched from this version yet.
      </Text>
    )
  }
  return (
    <Stack gap={4} align="flex-start">
      {runs.slice(0, MAX_RUNS).map((run) => (
        <Text key={run.id} component="div" size="sm">
          <RunLink run={run} /> <StateBadge state={run.state} />
        </Text>
      ))}
      {runs.length > MAX_RUNS && <AllRuns />}
    </Stack>
  )
}

function AllRuns() {
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link from="/$entity/$project/jobs/$job" to="." search={(old) => ({ ...old, tab: 'runs' })} {...props} />
      )}
    >
      All runs
    </Anchor>
  )
}
