import { getRouteApi } from '@tanstack/react-router'
import type { ChartStyle } from '../../../charts/chart-series.ts'
import type { ChartZoom } from '../../../charts/use-metric-points.ts'

const route = getRouteApi('/shell/$entity/$project/runs/$run')

/** How the charts of the page are drawn; kept in its address, so that a link shows the same. */
export interface ChartSettings {
  /** Shown are the metrics whose names hold this. */
  readonly search: string
  /** Null for what the program defined: a metric's own step metric, or the step. */
  readonly axis: string | null
  readonly style: ChartStyle
  readonly zoom: (ChartZoom & { readonly axis: string }) | null
}

/** The settings, and how to change some of them. */
export function useChartSettings(): readonly [ChartSettings, (change: Partial<ChartSettings>) => void] {
  const found = route.useSearch()
  const navigate = route.useNavigate()
  const { metric = '', axis, smoothing = 0, log = false, zoom } = found
  const settings: ChartSettings = {
    search: metric,
    axis: axis ?? null,
    style: { smoothing, isLogarithmic: log },
    zoom: zoom === undefined ? null : { min: zoom[0], max: zoom[1], axis: zoom[2] },
  }
  const change = (part: Partial<ChartSettings>): void => {
    const next = { ...settings, ...part }
    void navigate({
      search: (old) => ({
        ...old,
        metric: next.search === '' ? undefined : next.search,
        axis: next.axis ?? undefined,
        smoothing: next.style.smoothing === 0 ? undefined : next.style.smoothing,
        log: next.style.isLogarithmic ? true : undefined,
        zoom: next.zoom === null ? undefined : ([next.zoom.min, next.zoom.max, next.zoom.axis] as const),
      }),
      replace: true,
      resetScroll: false,
    })
  }
  return [settings, change]
}
