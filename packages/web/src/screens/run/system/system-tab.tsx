import { Stack, Text } from '@mantine/core'
import { WebRunEventsDocument } from '@slipway/api'
import { IconCpu } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ask } from '../../../api/ask.ts'
import { usePacedWatch } from '../../../api/live/use-paced-watch.ts'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'
import { StatePage } from '../../../components/state-page.tsx'
import { watchOfRun } from '../api/run-watch.ts'
import { ChartSection } from '../charts/chart-section.tsx'
import type { ChartZoom } from '../../../charts/use-metric-points.ts'
import { isLiveRun } from '../run-state.ts'
import type { RunTabProps } from '../run-tab-props.ts'
import { groupSystemMetrics, readEvents } from './system-metrics.ts'
import { SystemPanel } from './system-panel.tsx'

const SAMPLES = 1000

/** Processor, memory, GPU, disk and network of the machine while a run ran. */
export function SystemTab({ path, run }: RunTabProps) {
  const queryClient = useQueryClient()
  const query = buildEventsQuery(path)
  const { data: lines } = useSuspenseQuery(query)
  const [zoom, setZoom] = useState<ChartZoom | null>(null)
  const rows = useMemo(() => readEvents(lines), [lines])
  const sections = useMemo(() => groupSystemMetrics(rows), [rows])
  usePacedWatch([watchOfRun(path)], ['events'], () =>
    queryClient.invalidateQueries({ queryKey: query.queryKey }, { cancelRefetch: false }),
  )
  if (sections.length === 0) {
    return (
      <StatePage icon={IconCpu} title="No system metrics">
        <Text c="var(--slipway-muted)">
          {isLiveRun(run)
            ? 'They appear here with the first measurement, some seconds after the start.'
            : 'The client of this run measured nothing, or it ended before the first measurement.'}
        </Text>
      </StatePage>
    )
  }
  return (
    <Stack gap="md">
      {sections.map(({ name, keys }) => (
        <ChartSection key={name} name={name} count={keys.length}>
          {keys.map((key) => (
            <SystemPanel key={key} metric={key} rows={rows} zoom={zoom} onZoom={setZoom} />
          ))}
        </ChartSection>
      ))}
    </Stack>
  )
}

function buildEventsQuery(path: RunPath) {
  return queryOptions({
    queryKey: ['run-events', formatRunPath(path)],
    queryFn: async ({ signal }): Promise<readonly string[]> => {
      const { entity, project: projectName, run } = path
      const { project } = await ask(
        WebRunEventsDocument,
        { entity, project: projectName, run, samples: SAMPLES },
        signal,
      )
      return project?.run?.events ?? []
    },
    placeholderData: keepPreviousData,
  })
}
