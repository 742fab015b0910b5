import { useRef } from 'react'
import type uPlot from 'uplot'
import { axisName, formatAxisValue, formatNumber } from './chart-axis.ts'
import type { ChartSeries, ChartStyle } from './chart-series.ts'
import classes from './chart.module.css'
import { usePlot } from './use-plot.ts'
import type { ChartZoom } from './use-metric-points.ts'

/**
 * A line chart of one or several series, with what is under the pointer in its legend. Dragging chooses a part of the
 * x-axis, a double click shows all again; charts of the same group move their cursors together.
 */
export function MetricChart({
  title,
  series,
  axis = '_step',
  style = PLAIN,
  zoom = null,
  onZoom = ignore,
  group = 'charts',
  height = 220,
}: {
  /** What is drawn, for those who cannot see it. */
  readonly title: string
  readonly series: readonly ChartSeries[]
  /** What the x-axis shows: `_step`, `_runtime`, `_timestamp` or a metric. */
  readonly axis?: string
  readonly style?: ChartStyle
  readonly zoom?: ChartZoom | null
  readonly onZoom?: (zoom: ChartZoom | null) => void
  readonly group?: string
  /** In pixels. */
  readonly height?: number
}) {
  const element = useRef<HTMLDivElement>(null)
  const legend = useRef<HTMLUListElement>(null)
  // Written past React: the pointer moves sixty times a second, and all charts of the group follow it.
  const onCursor = (plot: uPlot, index: number | null): void =>
    legend.current === null ? undefined : writeLegend(legend.current, plot, index, { axis, lineCount: series.length })
  usePlot(element, { series, style, axis, zoom, onZoom, onCursor, group, height })
  return (
    <div>
      <div ref={element} className={classes['chart']} role="img" aria-label={describe(title, series, axis)} />
      <ul ref={legend} className={classes['legend']} aria-hidden>
        <li className={classes['place']} data-place />
        {series.map(({ name, colour }) => (
          <li key={name} className={classes['entry']} title={name}>
            {series.length > 1 && (
              <>
                <span className={classes['swatch']} style={{ background: colour }} />
                <span className={classes['name']}>{name}</span>
              </>
            )}
            <span className={classes['value']} data-value />
          </li>
        ))}
      </ul>
    </div>
  )
}

const PLAIN: ChartStyle = { smoothing: 0, isLogarithmic: false }
const ignore = (): void => {}

function writeLegend(
  list: HTMLUListElement,
  plot: uPlot,
  index: number | null,
  { axis, lineCount }: { readonly axis: string; readonly lineCount: number },
): void {
  const place = index === null ? undefined : plot.data[0][index]
  const label = list.querySelector('[data-place]')
  if (label !== null) {
    label.textContent = place === undefined ? axisName(axis) : `${axisName(axis)} ${formatAxisValue(axis, place)}`
  }
  const linesOfEach = (plot.data.length - 1) / Math.max(1, lineCount)
  for (const [position, entry] of [...list.querySelectorAll('[data-value]')].entries()) {
    // The last line of a series is the one on top.
    const value = index === null ? undefined : plot.data[(position + 1) * linesOfEach]?.[index]
    entry.textContent = typeof value === 'number' ? formatNumber(value) : ''
  }
}

function describe(title: string, series: readonly ChartSeries[], axis: string): string {
  const parts = series.map(({ name, points }) => {
    const values = points.y.filter((value) => value !== null)
    const last = values.at(-1)
    if (last === undefined) return `${name}: no values`
    let lowest = last
    let highest = last
    for (const value of values) {
      lowest = Math.min(lowest, value)
      highest = Math.max(highest, value)
    }
    return `${name}: last ${formatNumber(last)}, lowest ${formatNumber(lowest)}, highest ${formatNumber(highest)}`
  })
  return `Chart of ${title} by ${axisName(axis)}. ${parts.join('; ')}.`
}
