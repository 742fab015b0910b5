/**
 * Exponential smoothing that is not pulled towards 0 at its beginning. `weight` is 0 for the values themselves, and nearer
 * to 1 the smoother. Gaps stay gaps, and the line goes on behind them.
 */
export function smooth(values: readonly (number | null)[], weight: number): readonly (number | null)[] {
  let sum = 0
  let share = 0
  return values.map((value) => {
    if (value === null) return null
    sum = sum * weight + value * (1 - weight)
    share = share * weight + (1 - weight)
    return share === 0 ? value : sum / share
  })
}
