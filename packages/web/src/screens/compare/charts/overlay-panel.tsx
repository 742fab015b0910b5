import { ActionIcon, Skeleton, Text, Tooltip } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '../../../api/api-error.ts'
import { ChartPanel } from '../../../charts/chart-panel.tsx'
import { countGaps, type ChartSeries, type ChartStyle } from '../../../charts/chart-series.ts'
import { MetricChart } from '../../../charts/metric-chart.tsx'
import { PointsTable } from '../../../charts/points-table.tsx'
import type { RunPath } from '../../../charts/run-path.ts'
import { buildMetricPointsQuery, type ChartZoom } from '../../../charts/use-metric-points.ts'

const CHART_HEIGHT = 220

/** A run whose metric is drawn. */
export interface OverlayLine {
  readonly path: RunPath
  readonly name: string
  readonly colour: string
}

interface PanelProps {
  readonly metric: string
  readonly axis: string
  readonly lines: readonly OverlayLine[]
  readonly style: ChartStyle
  readonly zoom: ChartZoom | null
  readonly onZoom: (zoom: ChartZoom | null) => void
}

/** One metric of several runs, as a chart or as its values. */
export function OverlayPanel(props: PanelProps) {
  const [isTable, setIsTable] = useState(false)
  return (
    <ChartPanel
      title={props.metric}
      height={CHART_HEIGHT + 40}
      actions={
        <Tooltip label={isTable ? 'Show the chart' : 'Show the values'}>
          <ActionIcon
            size="sm"
            aria-label={`Values of ${props.metric} as a table`}
            aria-pressed={isTable}
            onClick={() => setIsTable(!isTable)}
          >
            <IconTable size={15} />
          </ActionIcon>
        </Tooltip>
      }
    >
      {() => <Overlay {...props} isTable={isTable} />}
    </ChartPanel>
  )
}

function Overlay({ metric, axis, lines, style, zoom, onZoom, isTable }: PanelProps & { readonly isTable: boolean }) {
  const queryClient = useQueryClient()
  const { series, isPending, error } = useQueries({
    queries: lines.map(({ path }) => buildMetricPointsQuery(queryClient, { path, metric, axis })),
    combine: (queries) => ({
      series: queries.flatMap(({ data }, index): readonly ChartSeries[] => {
        const line = lines[index]
        return data === undefined || line === undefined
          ? []
          : [{ name: line.name, colour: line.colour, points: data.points }]
      }),
      isPending: queries.some((query) => query.isPending),
      error: queries.find((query) => query.error !== null)?.error ?? null,
    }),
  })
  if (isPending && error === null) return <Skeleton h={CHART_HEIGHT} aria-label={`Loading ${metric}`} />
  if (isTable) return <PointsTable series={series} axis={axis} title={metric} height={CHART_HEIGHT + 40} />
  return (
    <>
      <MetricChart
        title={metric}
        series={series}
        axis={axis}
        style={style}
        zoom={zoom}
        onZoom={onZoom}
        group={`compare ${axis}`}
        height={CHART_HEIGHT}
      />
      {error !== null && (
        <Text size="xs" c="red" role="alert">
          {messageOf(error)}
        </Text>
      )}
      {countGaps(series, style.isLogarithmic) > 0 && (
        <Text size="xs" c="var(--slipway-muted)" px={4}>
          Gaps: values that are not a number, infinite{style.isLogarithmic ? ', or not above 0' : ''}.
        </Text>
      )}
    </>
  )
}
