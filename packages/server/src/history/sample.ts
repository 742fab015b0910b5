/**
 * Chooses about `count` of `length` rows to draw: of each stretch the rows where a series is lowest and highest, so that
 * no spike is lost, and the first that is not finite, so that no gap is; and the first and the last row. Row numbers in
 * rising order; all rows when they are few enough.
 */
export function sampleRows(length: number, series: readonly Float64Array[], count: number): readonly number[] {
  if (length <= count) return Array.from({ length }, (_, index) => index)
  const rowsOfStretch = series.reduce((sum, values) => sum + (areFinite(values) ? 2 : 3), 0)
  const stretches = Math.max(1, Math.floor((count - 2) / Math.max(1, rowsOfStretch)))
  const chosen = new Set<number>([0, length - 1])
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * length) / stretches)
    const to = Math.floor(((stretch + 1) * length) / stretches)
    if (series.length === 0) chosen.add(from)
    for (const values of series) addExtremes(values, from, to, chosen)
  }
  // Series that rise and fall together share their extremes; what is left over makes the line between them smooth.
  for (const row of sampleEvenly(length, count - chosen.size)) chosen.add(row)
  return [...chosen].toSorted((a, b) => a - b)
}

function areFinite(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index++) if (!Number.isFinite(values[index])) return false
  return true
}

function addExtremes(values: Float64Array, from: number, to: number, chosen: Set<number>): void {
  let lowest = from
  let highest = from
  let gap = -1
  let low = Infinity
  let high = -Infinity
  for (let index = from; index < to; index++) {
    const value = values[index] ?? Number.NaN
    if (!Number.isFinite(value)) {
      if (gap === -1) gap = index
      continue
    }
    if (value < low) {
      low = value
      lowest = index
    }
    if (value > high) {
      high = value
      highest = index
    }
  }
  chosen.add(lowest)
  chosen.add(highest)
  if (gap !== -1) chosen.add(gap)
}

/** Chooses `count` of `length` rows at equal distances, the first and the last included. */
export function sampleEvenly(length: number, count: number): readonly number[] {
  if (length <= count) return Array.from({ length }, (_, index) => index)
  if (count <= 1) return count === 1 ? [0] : []
  return Array.from({ length: count }, (_, index) => Math.round((index * (length - 1)) / (count - 1)))
}
