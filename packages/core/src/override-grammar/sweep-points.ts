import { InvalidInputError } from '../errors.ts'
import type { InputLayer } from '../input-layers.ts'
import type { JsonValue } from '../json.ts'
import type { SweepAxis } from './sweep-axes.ts'

/** One launch of a sweep. */
export interface SweepPoint {
  /** The value of each swept input, in the order of the axes. */
  readonly values: readonly JsonValue[]
  readonly layers: readonly InputLayer[]
}

/** How many points the axes make together. */
export function countSweepPoints(axes: readonly SweepAxis[]): number {
  return axes.reduce((product, { steps }) => product * steps.length, 1)
}

/** All points of a sweep: each step of the first axis with each of the next, the last axis moving fastest. */
export function makeSweepPoints(axes: readonly SweepAxis[], maxPoints: number): readonly SweepPoint[] {
  const count = countSweepPoints(axes)
  if (count > maxPoints) {
    throw new InvalidInputError(`Cannot make ${count} points of a sweep: at most ${maxPoints} are allowed.`)
  }
  let points: readonly SweepPoint[] = [{ values: [], layers: [] }]
  for (const { steps } of axes) {
    points = points.flatMap((point) =>
      steps.map((step) => ({
        values: [...point.values, ...step.values],
        layers: [...point.layers, ...step.layers],
      })),
    )
  }
  return points
}
