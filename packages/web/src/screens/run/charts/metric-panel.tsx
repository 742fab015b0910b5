import { ActionIcon, Skeleton, Text, Tooltip } from '@mantine/core'
import { IconDownload, IconTable } from '@tabler/icons-react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { messageOf } from '../../../api/api-error.ts'
import { ChartPanel } from '../../../charts/chart-panel.tsx'
import { chartColour } from '../../../charts/chart-colours.ts'
import { countGaps, type ChartStyle } from '../../../charts/chart-series.ts'
import { MetricChart } from '../../../charts/metric-chart.tsx'
import { PointsTable } from '../../../charts/points-table.tsx'
import { saveMetric } from '../../../charts/save-metric.ts'
import {
  buildMetricPointsQuery,
  useMetricPoints,
  type ChartZoom,
  type MetricChoice,
} from '../../../charts/use-metric-points.ts'
import { showDone, showFailure } from '../../../components/toast.ts'

const CHART_HEIGHT = 200
const CONTENT_HEIGHT = CHART_HEIGHT + 40

/** One metric of one run: its chart or its values. */
export function MetricPanel({
  choice,
  style,
  zoom,
  onZoom,
}: {
  readonly choice: MetricChoice
  readonly style: ChartStyle
  readonly zoom: ChartZoom | null
  readonly onZoom: (zoom: ChartZoom | null, axis: string) => void
}) {
  const [isTable, setIsTable] = useState(false)
  const save = useSaveMetric(choice)
  return (
    <ChartPanel
      title={choice.metric}
      height={CONTENT_HEIGHT}
      actions={
        <>
          <Tooltip label={isTable ? 'Show the chart' : 'Show the values'}>
            <ActionIcon
              size="sm"
              aria-label={`Values of ${choice.metric} as a table`}
              aria-pressed={isTable}
              onClick={() => setIsTable(!isTable)}
            >
              <IconTable size={15} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Download as CSV">
            <ActionIcon size="sm" aria-label={`Download ${choice.metric} as CSV`} onClick={save}>
              <IconDownload size={15} />
            </ActionIcon>
          </Tooltip>
        </>
      }
    >
      {() => <PanelContent choice={choice} style={style} zoom={zoom} onZoom={onZoom} isTable={isTable} />}
    </ChartPanel>
  )
}

function PanelContent({
  choice,
  style,
  zoom,
  onZoom,
  isTable,
}: Parameters<typeof MetricPanel>[0] & { readonly isTable: boolean }) {
  const { points, error } = useMetricPoints(choice, zoom)
  const series = useMemo(
    () => (points === undefined ? [] : [{ name: choice.metric, colour: chartColour(0), points }]),
    [points, choice.metric],
  )
  if (points === undefined) {
    return error === null ? (
      <Skeleton h={CHART_HEIGHT} aria-label={`Loading ${choice.metric}`} />
    ) : (
      <Text size="sm" c="red" role="alert">
        {messageOf(error)}
      </Text>
    )
  }
  if (isTable) return <PointsTable series={series} axis={choice.axis} title={choice.metric} height={CONTENT_HEIGHT} />
  const gaps = countGaps(series, style.isLogarithmic)
  return (
    <>
      <MetricChart
        title={choice.metric}
        series={series}
        axis={choice.axis}
        style={style}
        zoom={zoom}
        onZoom={(next) => onZoom(next, choice.axis)}
        group={`run ${choice.axis}`}
        height={CHART_HEIGHT}
      />
      {gaps > 0 && (
        <Text size="xs" c="var(--slipway-muted)" px={4}>
          {style.isLogarithmic
            ? 'Gaps: values that are not a number, infinite, or not above 0.'
            : 'Gaps: values that are not a number or infinite.'}
        </Text>
      )}
    </>
  )
}

function useSaveMetric(choice: MetricChoice): () => void {
  const queryClient = useQueryClient()
  return () => void saveAll(queryClient, choice).catch(showFailure)
}

async function saveAll(queryClient: QueryClient, choice: MetricChoice): Promise<void> {
  const { points } = await queryClient.ensureQueryData(buildMetricPointsQuery(queryClient, choice))
  const count = await saveMetric(queryClient, choice, points.lastStep)
  showDone(`Saved ${count} values of ${choice.metric}.`)
}
