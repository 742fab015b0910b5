/** What is drawn of one metric of one run, in rising order of x. */
export interface MetricPoints {
  readonly x: readonly number[]
  /** Null for a gap: a value that is NaN or infinite. */
  readonly y: readonly (number | null)[]
  /** The step of each point. */
  readonly steps: readonly number[]
  /** The highest step that was read; -1 when nothing was. */
  readonly lastStep: number
  /** Whether the run may have more points than these. The lowest and highest values of each stretch are among these. */
  readonly isThinned: boolean
}

/** No points at all. */
export const NO_POINTS: MetricPoints = { x: [], y: [], steps: [], lastStep: -1, isThinned: false }

/** Reads the rows of a sampled history. Rows whose place on the x-axis is no finite number are left out. */
export function readPoints(
  rows: readonly Readonly<Record<string, unknown>>[],
  keys: { readonly x: string; readonly y: string },
  isThinned: boolean,
): MetricPoints {
  const x: number[] = []
  const y: (number | null)[] = []
  const steps: number[] = []
  let lastStep = -1
  for (const row of rows) {
    const step = typeof row['_step'] === 'number' ? row['_step'] : -1
    lastStep = Math.max(lastStep, step)
    const place = row[keys.x]
    const value = row[keys.y]
    if (typeof place !== 'number' || !isDrawable(value)) continue
    x.push(place)
    y.push(typeof value === 'number' ? value : null)
    steps.push(step)
  }
  return sortPoints({ x, y, steps, lastStep, isThinned })
}

/** The server writes numbers that JSON lacks as their names. */
function isDrawable(value: unknown): boolean {
  return typeof value === 'number' || value === null || value === 'NaN' || value === 'Infinity' || value === '-Infinity'
}

function sortPoints(points: MetricPoints): MetricPoints {
  const { x, y, steps } = points
  if (x.every((value, index) => index === 0 || value >= (x[index - 1] ?? 0))) return points
  const order = x.map((_, index) => index).toSorted((a, b) => (x[a] ?? 0) - (x[b] ?? 0))
  return { ...points, ...pick({ x, y, steps }, order) }
}

function pick({ x, y, steps }: Pick<MetricPoints, 'x' | 'y' | 'steps'>, order: readonly number[]) {
  return {
    x: order.map((index) => x[index] ?? 0),
    y: order.map((index) => y[index] ?? null),
    steps: order.map((index) => steps[index] ?? -1),
  }
}

/** Puts newer points behind older ones; of more than `limit` the lowest and highest of each stretch are kept. */
export function appendPoints(older: MetricPoints, newer: MetricPoints, limit: number): MetricPoints {
  if (newer.x.length === 0) return { ...older, lastStep: Math.max(older.lastStep, newer.lastStep) }
  return thinPoints(
    sortPoints({
      x: [...older.x, ...newer.x],
      y: [...older.y, ...newer.y],
      steps: [...older.steps, ...newer.steps],
      lastStep: Math.max(older.lastStep, newer.lastStep),
      isThinned: older.isThinned || newer.isThinned,
    }),
    limit,
  )
}

/** At most about `limit` points: of each stretch the lowest, the highest and the first gap, and the two ends. */
export function thinPoints(points: MetricPoints, limit: number): MetricPoints {
  const { length } = points.x
  if (length <= limit) return points
  const chosen = new Set<number>([0, length - 1])
  const stretches = Math.max(1, Math.floor(limit / 3))
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = Math.floor((stretch * length) / stretches)
    const to = Math.floor(((stretch + 1) * length) / stretches)
    for (const index of extremesOf(points.y, from, to)) chosen.add(index)
  }
  const order = [...chosen].toSorted((a, b) => a - b)
  return { ...points, ...pick(points, order), isThinned: true }
}

function extremesOf(values: readonly (number | null)[], from: number, to: number): readonly number[] {
  let lowest = -1
  let highest = -1
  let gap = -1
  for (let index = from; index < to; index += 1) {
    const value = values[index] ?? null
    if (value === null) {
      if (gap === -1) gap = index
      continue
    }
    if (lowest === -1 || value < (values[lowest] ?? 0)) lowest = index
    if (highest === -1 || value > (values[highest] ?? 0)) highest = index
  }
  return [lowest, highest, gap].filter((index) => index !== -1)
}
