import type uPlot from 'uplot'
import type { MetricPoints } from './metric-points.ts'
import { smooth } from './smooth.ts'

/** One line of a chart. */
export interface ChartSeries {
  /** What the line is: a metric, or a run. */
  readonly name: string
  readonly colour: string
  readonly points: MetricPoints
}

/** How lines are drawn. */
export interface ChartStyle {
  /** 0 for the values themselves, nearer to 1 the smoother; the values then stay visible as a faint line. */
  readonly smoothing: number
  readonly isLogarithmic: boolean
}

/** A line as uPlot draws it. */
export interface DrawnLine {
  readonly name: string
  readonly colour: string
  /** A faint line is the unsmoothed one beneath a smoothed one. */
  readonly isFaint: boolean
}

/** The lines of a chart and their data, aligned on one x-axis. */
export interface DrawnChart {
  readonly lines: readonly DrawnLine[]
  readonly tables: uPlot.AlignedData[]
}

/** Turns series into lines: with smoothing two for each, the faint one first so that it lies beneath. */
export function layOutLines(series: readonly ChartSeries[], style: ChartStyle): DrawnChart {
  const lines: DrawnLine[] = []
  const tables: uPlot.AlignedData[] = []
  for (const { name, colour, points } of series) {
    const values = style.isLogarithmic ? points.y.map(positiveOnly) : points.y
    const columns = style.smoothing > 0 ? [values, smooth(values, style.smoothing)] : [values]
    if (columns.length === 2) lines.push({ name, colour, isFaint: true })
    lines.push({ name, colour, isFaint: false })
    tables.push([points.x as number[], ...columns.map((column) => column as (number | null)[])])
  }
  return { lines, tables }
}

/** A logarithmic axis has no place for 0 and less. */
function positiveOnly(value: number | null): number | null {
  return value !== null && value > 0 ? value : null
}

/** How many values of the series have no place in the chart: NaN and infinities, and on a logarithmic axis 0 and less. */
export function countGaps(series: readonly ChartSeries[], isLogarithmic: boolean): number {
  let count = 0
  for (const { points } of series) {
    for (const value of points.y) if (value === null || (isLogarithmic && value <= 0)) count += 1
  }
  return count
}
