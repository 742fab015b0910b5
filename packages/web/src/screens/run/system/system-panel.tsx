import type { JsonObject } from '@slipway/core'
import { useMemo } from 'react'
import { chartColour } from '../../../charts/chart-colours.ts'
import { ChartPanel } from '../../../charts/chart-panel.tsx'
import { MetricChart } from '../../../charts/metric-chart.tsx'
import { readPoints } from '../../../charts/metric-points.ts'
import type { ChartZoom } from '../../../charts/use-metric-points.ts'

const CHART_HEIGHT = 160
const AXIS = '_runtime'

/** One system metric over time. */
export function SystemPanel({
  metric,
  rows,
  zoom,
  onZoom,
}: {
  readonly metric: string
  readonly rows: readonly JsonObject[]
  readonly zoom: ChartZoom | null
  readonly onZoom: (zoom: ChartZoom | null) => void
}) {
  const title = metric.replace(/^system\./u, '')
  const series = useMemo(
    () => [{ name: title, colour: chartColour(2), points: readPoints(rows, { x: AXIS, y: metric }, false) }],
    [rows, metric, title],
  )
  return (
    <ChartPanel title={title} height={CHART_HEIGHT + 24}>
      {() => (
        <MetricChart
          title={title}
          series={series}
          axis={AXIS}
          zoom={zoom}
          onZoom={onZoom}
          group="system"
          height={CHART_HEIGHT}
        />
      )}
    </ChartPanel>
  )
}
