import { Button, Text } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { usePacedWatch } from '../../api/live/use-paced-watch.ts'
import type { RunPath } from '../../charts/run-path.ts'
import { StatePage } from '../../components/state-page.tsx'
import { buildRunQuery, runQueryKey, type RunDetails } from './api/run.ts'
import { watchOfRun } from './api/run-watch.ts'
import { RunHeader } from './header/run-header.tsx'
import { SeveralWriters } from './header/several-writers.tsx'
import { RunTabs } from './run-tabs.tsx'

const route = getRouteApi('/shell/$entity/$project/runs/$run')

/** One run: what it is, what it was started with, and what it logged. */
export function RunPage() {
  const path = route.useParams()
  const { data: run } = useSuspenseQuery(buildRunQuery(path))
  return run === null ? <NoRun path={path} /> : <LoadedRun key={run.id} path={path} run={run} />
}

/** Only a run that is there can be watched. */
function LoadedRun({ path, run }: { readonly path: RunPath; readonly run: RunDetails }) {
  const queryClient = useQueryClient()
  usePacedWatch([watchOfRun(path)], ['state', 'config', 'summary', 'deleted', 'gone'], () =>
    queryClient.invalidateQueries({ queryKey: runQueryKey(path) }, { cancelRefetch: false }),
  )
  return (
    <>
      <RunHeader path={path} run={run} />
      <SeveralWriters run={run} />
      <RunTabs path={path} run={run} />
    </>
  )
}

function NoRun({ path }: { readonly path: RunPath }) {
  return (
    <StatePage icon={IconZoomQuestion} title="There is no such run">
      <Text c="var(--slipway-muted)">
        The run <b>{path.run}</b> is not in the project{' '}
        <b>
          {path.entity}/{path.project}
        </b>
        : it does not exist, was deleted, or belongs to people whose team you are not in.
      </Text>
      <Button variant="default" renderRoot={(props) => <Link to="/runs" {...props} />}>
        Go to the runs
      </Button>
    </StatePage>
  )
}
