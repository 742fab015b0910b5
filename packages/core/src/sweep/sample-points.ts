import { valueAt, type SweepDistribution } from './distribution.ts'
import type { SweepParameter } from './sweep-parameter.ts'
import type { SearchPoint } from './trial.ts'

const MOST_OF_ONE = 100
const NEAR_END = 1e-6

/**
 * Points by which a job can be asked whether it takes what a sweep would give it: each category and both ends of each range
 * occur, one parameter moved at a time. At most 100 values of a parameter are tried.
 */
export function samplePoints(parameters: readonly SweepParameter[]): readonly SearchPoint[] {
  const middle = parameters.map(({ distribution }) => valueAt(distribution, 0.5))
  const moved = parameters.flatMap(({ distribution }, axis) =>
    valuesToTry(distribution).map((value) => middle.with(axis, value)),
  )
  return [middle, ...moved]
}

function valuesToTry(distribution: SweepDistribution): SearchPoint {
  if (distribution.kind === 'constant') return []
  if (distribution.kind === 'categorical') return distribution.values.slice(0, MOST_OF_ONE)
  return [valueAt(distribution, NEAR_END), valueAt(distribution, 1 - NEAR_END)]
}
