import { valueAt } from './distribution.ts'
import type { RandomSource } from './random-source.ts'
import type { SweepParameter } from './sweep-parameter.ts'
import type { SearchPoint } from './trial.ts'

/** A point whose values are drawn from the distributions, each by itself. */
export function suggestRandomPoint(parameters: readonly SweepParameter[], random: RandomSource): SearchPoint {
  return parameters.map(({ distribution }) => valueAt(distribution, random()))
}
