import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useEffectEvent, useMemo, useRef, type RefObject } from 'react'
import uPlot from 'uplot'
import { layOutLines, type ChartSeries, type ChartStyle } from './chart-series.ts'
import { createPlot, type PlotSettings } from './create-plot.ts'
import type { ChartZoom } from './use-metric-points.ts'

interface PlotProps {
  readonly series: readonly ChartSeries[]
  readonly style: ChartStyle
  readonly axis: string
  readonly zoom: ChartZoom | null
  readonly onZoom: (zoom: ChartZoom | null) => void
  readonly onCursor: (plot: uPlot, index: number | null) => void
  readonly group: string
  readonly height: number
}

/** Keeps a plot of the series in an element: made anew when its lines change, and only fed when their points do. */
export function usePlot(element: RefObject<HTMLDivElement | null>, props: PlotProps): void {
  const { series, style, axis, zoom, onZoom, onCursor, group, height } = props
  const scheme = useComputedColorScheme('light')
  const plot = useRef<uPlot | null>(null)
  const { smoothing, isLogarithmic } = style
  const { lines, tables } = useMemo(
    () => layOutLines(series, { smoothing, isLogarithmic }),
    [series, smoothing, isLogarithmic],
  )
  const shape = JSON.stringify({ settings: { lines, axis, isLogarithmic, height, group }, scheme })
  const readZoom = useEffectEvent(() => zoom)
  const readData = useEffectEvent(() => align(tables))
  const zoomTo = useEffectEvent(onZoom)
  const tellCursor = useEffectEvent(onCursor)

  useEffect(() => {
    const target = element.current
    if (target === null) return undefined
    const { settings } = JSON.parse(shape) as { readonly settings: PlotSettings }
    const made = createPlot(target, settings, readData(), {
      zoomOf: () => readZoom(),
      onZoom: (next) => zoomTo(next),
      onCursor: (at, index) => tellCursor(at, index),
      onDraw: (drawn) => tellDrawn(target, drawn),
    })
    plot.current = made
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0)
      if (width > 0 && width !== made.width) made.setSize({ width, height: made.height })
    })
    observer.observe(target)
    return () => {
      observer.disconnect()
      made.destroy()
      plot.current = null
    }
  }, [shape, element])

  useEffect(() => {
    plot.current?.setData(align(tables))
  }, [tables])

  useEffect(() => {
    const current = plot.current
    const [places] = current?.data ?? []
    const first = places?.[0]
    const last = places?.at(-1)
    if (current == null || first === undefined || last === undefined) return
    current.setScale('x', zoom ?? { min: first, max: last })
  }, [zoom])
}

/** What stands in the picture, for tests and measurements: how many points, how many lines, and which part of the x-axis. */
function tellDrawn(target: HTMLElement, { data, scales }: uPlot): void {
  const { min = null, max = null } = scales['x'] ?? {}
  target.dataset['points'] = String(data[0].length)
  target.dataset['lines'] = String(data.length - 1)
  target.dataset['range'] = `${min} ${max}`
}

function align(tables: uPlot.AlignedData[]): uPlot.AlignedData {
  const [only] = tables
  if (only === undefined) return [[]]
  return tables.length === 1 ? only : uPlot.join(tables)
}
