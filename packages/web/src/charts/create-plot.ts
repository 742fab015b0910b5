import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { formatAxisValue, formatNumber } from './chart-axis.ts'
import type { DrawnLine } from './chart-series.ts'
import type { ChartZoom } from './use-metric-points.ts'

/** What a plot is made with; a change of any of it makes a new one. */
export interface PlotSettings {
  readonly lines: readonly DrawnLine[]
  readonly axis: string
  readonly isLogarithmic: boolean
  readonly height: number
  /** Charts of one group show the cursor at the same place. */
  readonly group: string
}

/** What a plot tells and asks while it stands. */
export interface PlotEvents {
  readonly zoomOf: () => ChartZoom | null
  /** A part was chosen with the pointer; null to see all again. */
  readonly onZoom: (zoom: ChartZoom | null) => void
  /** The pointer is at this point of the data; null when it left. */
  readonly onCursor: (plot: uPlot, index: number | null) => void
  readonly onDraw: (plot: uPlot) => void
}

/** uPlot names it in its types only. */
// oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enum is not there at run time
const LOGARITHMIC = 3 as uPlot.Scale.Distr

/** Draws lines into an element. The caller destroys the plot. */
export function createPlot(
  element: HTMLElement,
  settings: PlotSettings,
  data: uPlot.AlignedData,
  events: PlotEvents,
): uPlot {
  const { lines, axis, isLogarithmic, height, group } = settings
  const colours = getComputedStyle(element)
  const text = colours.color
  const grid = { stroke: colours.borderTopColor, width: 1 }
  const shared = { stroke: text, grid, ticks: { ...grid, size: 4 }, font: '11px system-ui, sans-serif' }
  return new uPlot(
    {
      width: Math.max(element.clientWidth, 120),
      height,
      padding: [10, 12, 0, 0],
      legend: { show: false },
      cursor: {
        sync: { key: group, setSeries: false },
        drag: { x: true, y: false, setScale: false, dist: 4 },
        points: { size: 6 },
        // The buttons of a double click belong to the zoom's end.
        bind: { dblclick: () => () => (events.onZoom(null), null) },
      },
      scales: {
        x: { time: axis === '_timestamp', range: (_plot, min, max) => xRange(events.zoomOf(), min, max) },
        y: isLogarithmic ? { distr: LOGARITHMIC, range: (_plot, min, max) => logRange(min, max) } : {},
      },
      axes: [
        {
          ...shared,
          size: 30,
          space: 64,
          ...(axis === '_timestamp'
            ? {}
            : { values: (_plot: uPlot, places: number[]) => places.map((place) => formatAxisValue(axis, place)) }),
        },
        {
          ...shared,
          size: 56,
          space: 34,
          values: (_plot: uPlot, values: (number | null)[]) =>
            values.map((value) => (value === null ? '' : formatNumber(value))),
        },
      ],
      series: [
        {},
        ...lines.map(({ name, colour, isFaint }) => ({
          label: name,
          stroke: isFaint ? `${colour}55` : colour,
          width: isFaint ? 1 : 1.5,
          points: { size: 4, fill: colour },
        })),
      ],
      hooks: {
        setSelect: [
          (plot) => {
            const { left, width } = plot.select
            if (width < 4) return
            events.onZoom({ min: plot.posToVal(left, 'x'), max: plot.posToVal(left + width, 'x') })
            plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
          },
        ],
        setCursor: [(plot) => events.onCursor(plot, plot.cursor.idx ?? null)],
        draw: [events.onDraw],
      },
    },
    data,
    element,
  )
}

function xRange(zoom: ChartZoom | null, min: number | null, max: number | null): [number, number] {
  if (zoom !== null) return [zoom.min, zoom.max]
  if (min === null || max === null) return [0, 1]
  // A single point stands in the middle.
  return min === max ? [min - 1, max + 1] : [min, max]
}

/** Whole powers of ten around the values. */
function logRange(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null || min <= 0) return [0.1, 1]
  const low = 10 ** Math.floor(Math.log10(min))
  const high = 10 ** Math.ceil(Math.log10(max))
  return [low, high === low ? low * 10 : high]
}
