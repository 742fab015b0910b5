import { canonicalJson } from '../json-equality.ts'
import { countGridValues, gridValueAt } from './grid-values.ts'
import type { SweepParameter } from './sweep-parameter.ts'
import type { SearchPoint, Trial } from './trial.ts'

/** How many points the grid of the parameters has; infinite where it has no end. */
export function countGridPoints(parameters: readonly SweepParameter[]): number {
  return parameters.reduce((product, { distribution }) => product * countGridValues(distribution), 1)
}

/** The point of a number, counted from 0: the last parameter moves fastest. */
function gridPointAt(parameters: readonly SweepParameter[], index: number): SearchPoint {
  const point: SearchPoint[number][] = []
  let rest = index
  for (const { distribution } of parameters.toReversed()) {
    const count = countGridValues(distribution)
    point.unshift(gridValueAt(distribution, rest % count))
    rest = Math.floor(rest / count)
  }
  return point
}

/** The first point of the grid that was not tried yet, whatever became of those that were; null when all were. */
export function suggestGridPoint(parameters: readonly SweepParameter[], trials: readonly Trial[]): SearchPoint | null {
  const tried = new Set(trials.map(({ values }) => keyOf(values)))
  const count = countGridPoints(parameters)
  for (let index = 0; index < count; index++) {
    const point = gridPointAt(parameters, index)
    if (!tried.has(keyOf(point))) return point
  }
  return null
}

function keyOf(values: Trial['values']): string {
  return values.map((value) => (value === undefined ? '' : canonicalJson(value))).join('\n')
}
