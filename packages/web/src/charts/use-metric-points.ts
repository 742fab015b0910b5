import { keepPreviousData, queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { historyLoaderOf } from './history-loader.ts'
import { appendPoints, readPoints, type MetricPoints } from './metric-points.ts'
import { formatRunPath, type RunPath } from './run-path.ts'

/** Points asked for at once: about two for each pixel of a wide panel. */
const SAMPLES = 1000
/** Rows that are extremes of several stretches are counted once, so a thinned answer may have fewer than asked for. */
const FEWEST_THINNED = SAMPLES / 2
/** A chart that grows while it is shown keeps at most so many points. */
const MAX_POINTS = 4000

/** Which metric of which run, over which x-axis. */
export interface MetricChoice {
  readonly path: RunPath
  readonly metric: string
  /** `_step`, `_runtime`, `_timestamp` or another metric. */
  readonly axis: string
}

/** The key of everything that is drawn of a run's history; invalidating it fetches what is new. */
export function historyQueryKey(path: RunPath): readonly string[] {
  return ['run-history', formatRunPath(path)]
}

interface KeptPoints {
  readonly points: MetricPoints
  readonly lineCount: number
}

/** The points of a metric. Asked again, it fetches only what came since, unless the run was begun anew or rewound. */
export function buildMetricPointsQuery(queryClient: QueryClient, choice: MetricChoice) {
  const queryKey = [...historyQueryKey(choice.path), choice.metric, choice.axis]
  return queryOptions({
    queryKey,
    queryFn: async (): Promise<KeptPoints> => {
      const kept = queryClient.getQueryData<KeptPoints>(queryKey)
      if (kept === undefined || kept.points.lastStep < 0) return readMetric(queryClient, choice, {})
      const next = await readMetric(queryClient, choice, { minStep: kept.points.lastStep + 1 })
      if (next.lineCount < kept.lineCount) return readMetric(queryClient, choice, {})
      return { points: appendPoints(kept.points, next.points, MAX_POINTS), lineCount: next.lineCount }
    },
    staleTime: Infinity,
    structuralSharing: false,
  })
}

async function readMetric(
  queryClient: QueryClient,
  { path, metric, axis }: MetricChoice,
  range: { readonly minStep?: number; readonly maxStep?: number },
): Promise<KeptPoints> {
  const keys = [...new Set([axis, metric, '_step'])]
  const { rows, lineCount } = await historyLoaderOf(queryClient).load(path, { keys, samples: SAMPLES, ...range })
  return { points: readPoints(rows, { x: axis, y: metric }, rows.length >= FEWEST_THINNED), lineCount }
}

/** A part of the x-axis. */
export interface ChartZoom {
  readonly min: number
  readonly max: number
}

/**
 * The points of a metric to draw; with a zoom, and where the points were thinned, more of them in its part. Undefined
 * until the first ones are there.
 */
export function useMetricPoints(choice: MetricChoice, zoom: ChartZoom | null = null) {
  const queryClient = useQueryClient()
  const whole = useQuery(buildMetricPointsQuery(queryClient, choice))
  const points = whole.data?.points
  const range = points?.isThinned === true && zoom !== null ? stepsWithin(points, zoom) : null
  const detail = useQuery({
    // Not below the key of the history: a part that was looked at stays as it is.
    queryKey: ['run-history-part', formatRunPath(choice.path), choice.metric, choice.axis, range],
    queryFn: async () => (await readMetric(queryClient, choice, range ?? {})).points,
    enabled: range !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    structuralSharing: false,
  })
  return { points: range !== null && detail.data !== undefined ? detail.data : points, error: whole.error }
}

function stepsWithin({ x, steps }: MetricPoints, { min, max }: ChartZoom) {
  let minStep = Infinity
  let maxStep = -Infinity
  for (const [index, place] of x.entries()) {
    // One point beyond each side, so that the line runs to the edges.
    if ((x[index + 1] ?? place) < min || (x[index - 1] ?? place) > max) continue
    minStep = Math.min(minStep, steps[index] ?? Infinity)
    maxStep = Math.max(maxStep, steps[index] ?? -Infinity)
  }
  return minStep <= maxStep ? { minStep, maxStep } : null
}
