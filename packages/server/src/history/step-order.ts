/**
 * Rows in the order of their steps; rows of one step stay in the order in which they came. One program's rows are in that
 * order already, those of several that wrote to a run at once are not.
 */
export function inStepOrder<T>(rows: readonly T[], stepOf: (row: T) => number): readonly T[] {
  const isInOrder = rows.every((row, index) => index === 0 || stepOf(rows[index - 1] ?? row) <= stepOf(row))
  return isInOrder ? rows : rows.toSorted((left, right) => stepOf(left) - stepOf(right))
}
