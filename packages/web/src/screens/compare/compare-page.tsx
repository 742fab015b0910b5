import { Alert, Button, Tabs, Text } from '@mantine/core'
import { IconAlertTriangle, IconArrowsDiff } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { messageOf } from '../../api/api-error.ts'
import { chartColour } from '../../charts/chart-colours.ts'
import { formatRunPath } from '../../charts/run-path.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { PageLoader } from '../../components/page-loader.tsx'
import { StatePage } from '../../components/state-page.tsx'
import { TabStrip } from '../../components/tab-strip.tsx'
import { CompareTabs } from './compare-tabs.tsx'
import { MAX_COMPARED, type CompareSearch } from './compare-search.ts'
import { parseRunPaths } from './run-paths.ts'
import { useComparedRuns } from './use-compared-runs.ts'

const route = getRouteApi('/shell/compare')

/** Runs side by side: their values, their metrics, and plots of one against the other. */
export function ComparePage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const paths = parseRunPaths(search.runs)
  const { runs, isPending, missing, error, retry } = useComparedRuns(paths)
  const change = (part: Partial<CompareSearch>): void =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false })
  if (paths.length === 0) return <NothingChosen />
  if (isPending) return <PageLoader />
  return (
    <>
      <PageHeader
        title="Compare runs"
        below={
          runs.length === 1 ? '1 run' : `${runs.length} runs${runs.length === MAX_COMPARED ? ', the most at once' : ''}`
        }
      />
      {error !== null && (
        <Alert
          color="red"
          icon={<IconAlertTriangle size={18} />}
          mb="md"
          role="alert"
          title="Some runs could not be read"
        >
          <Text size="sm">{messageOf(error)}</Text>
          <Button size="xs" variant="default" mt="xs" onClick={retry}>
            Try again
          </Button>
        </Alert>
      )}
      {missing.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} mb="md" role="status">
          Not there, or not yours to see: {missing.join(', ')}
        </Alert>
      )}
      {runs.length === 0 && error === null && <NothingChosen />}
      {runs.length > 0 && (
        <Tabs
          value={search.tab ?? 'values'}
          onChange={(tab) => change({ tab: tab as CompareSearch['tab'] })}
          keepMounted={false}
        >
          <TabStrip open={search.tab ?? 'values'}>
            <Tabs.Tab value="values">Values</Tabs.Tab>
            <Tabs.Tab value="charts">Charts</Tabs.Tab>
            <Tabs.Tab value="parallel">Parallel coordinates</Tabs.Tab>
            <Tabs.Tab value="scatter">Scatter</Tabs.Tab>
          </TabStrip>
          <CompareTabs runs={runs} search={search} onChange={change} colourOf={(path) => colourOf(paths, path)} />
        </Tabs>
      )}
    </>
  )
}

/** A run keeps its colour in whatever order the runs are, and whichever of the others can be read. */
function colourOf(paths: ReturnType<typeof parseRunPaths>, path: string): string {
  return chartColour(paths.map(formatRunPath).toSorted().indexOf(path))
}

function NothingChosen() {
  return (
    <StatePage icon={IconArrowsDiff} title="No runs to compare">
      <Text c="var(--slipway-muted)">Select runs in the list, then choose Compare.</Text>
      <Button renderRoot={(props) => <Link to="/runs" {...props} />}>Go to the runs</Button>
    </StatePage>
  )
}
