import type { JsonValue } from '../json.ts'
import type { SweepDistribution } from './distribution.ts'

/** Tells whether a distribution has steps that a grid can go over. */
export function isGridDistribution(distribution: SweepDistribution): boolean {
  switch (distribution.kind) {
    case 'constant':
    case 'categorical':
    case 'int-uniform':
      return true
    case 'uniform':
      return distribution.q !== null
    default:
      return false
  }
}

/** How many steps a distribution has; infinite where a grid cannot go over it. */
export function countGridValues(distribution: SweepDistribution): number {
  switch (distribution.kind) {
    case 'constant':
      return 1
    case 'categorical':
      return distribution.values.length
    case 'int-uniform':
      return distribution.max - distribution.min + 1
    case 'uniform':
      // A little is added, since ten times 0.1 is not quite 1.
      return distribution.q === null
        ? Number.POSITIVE_INFINITY
        : Math.floor((distribution.max - distribution.min) / distribution.q + 1e-9) + 1
    default:
      return Number.POSITIVE_INFINITY
  }
}

/** The step of a number, counted from 0: `q_uniform` goes from its `min` by `q` up to and with its `max`. */
export function gridValueAt(distribution: SweepDistribution, index: number): JsonValue {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value
    case 'categorical':
      return distribution.values[index] ?? null
    case 'int-uniform':
      return distribution.min + index
    case 'uniform':
      return Number((distribution.min + index * (distribution.q ?? 1)).toPrecision(12))
    default:
      return null
  }
}
