import { formatDuration } from '../components/format-duration.ts'

/** What the x-axis shows: `_step`, `_runtime` (seconds since the start), `_timestamp` (seconds since 1970), or a metric. */
export type AxisKey = string

/** The name of an axis, for people. */
export function axisName(key: AxisKey): string {
  if (key === '_step') return 'step'
  if (key === '_runtime') return 'time since start'
  if (key === '_timestamp') return 'time of day'
  return key
}

/** A place on an axis, for people. */
export function formatAxisValue(key: AxisKey, value: number): string {
  if (key === '_runtime') return formatDuration(value * 1000)
  if (key === '_timestamp')
    return new Date(value * 1000).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'medium' })
  return formatNumber(value)
}

/** A number in at most seven characters or so, for people; integers are whole. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return String(value)
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) return value.toExponential(3).replace(/\.?0+e/u, 'e')
  return String(Number(value.toPrecision(5)))
}
