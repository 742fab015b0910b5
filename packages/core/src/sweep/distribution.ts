import { canonicalJson } from '../json-equality.ts'
import type { JsonValue } from '../json.ts'
import { betaCdf, betaQuantile } from './beta-distribution.ts'
import { normalCdf, normalQuantile } from './normal-distribution.ts'

/** How the values of one parameter are spread. Bounds of `log-uniform` are natural logarithms. */
export type SweepDistribution =
  | { readonly kind: 'constant'; readonly value: JsonValue }
  | {
      readonly kind: 'categorical'
      readonly values: readonly JsonValue[]
      /** They add up to 1. */
      readonly probabilities: readonly number[]
    }
  | { readonly kind: 'int-uniform'; readonly min: number; readonly max: number }
  | ({ readonly kind: 'uniform' | 'log-uniform'; readonly min: number; readonly max: number } & Quantized)
  | ({ readonly kind: 'normal' | 'log-normal'; readonly mu: number; readonly sigma: number } & Quantized)
  | ({ readonly kind: 'beta'; readonly a: number; readonly b: number } & Quantized)

/** Values are rounded to multiples of `q`; null leaves them as they are. */
interface Quantized {
  readonly q: number | null
}

type Continuous = Exclude<SweepDistribution, { readonly kind: 'constant' | 'categorical' | 'int-uniform' }>

/** The ends of distributions without bounds are left out: they would be infinite. */
const END = 1e-9

/** The value at a place `u` from 0 to 1 of the distribution: evenly spread places give values spread as it says. */
export function valueAt(distribution: SweepDistribution, u: number): JsonValue {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value
    case 'categorical':
      return distribution.values[categoryAt(distribution.probabilities, u)] ?? null
    case 'int-uniform': {
      const { min, max } = distribution
      return Math.min(max, min + Math.floor(u * (max - min + 1)))
    }
    default:
      return quantize(distribution, continuousAt(distribution, u))
  }
}

/** The place from 0 to 1 of a value; null for a value that the distribution does not have. Of equal values it is the middle. */
export function placeOf(distribution: SweepDistribution, value: JsonValue): number | null {
  if (distribution.kind === 'constant') return 0.5
  if (distribution.kind === 'categorical') {
    const index = categoryOf(distribution.values, value)
    if (index === -1) return null
    const below = distribution.probabilities.slice(0, index).reduce((sum, p) => sum + p, 0)
    return below + (distribution.probabilities[index] ?? 0) / 2
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  if (distribution.kind === 'int-uniform') {
    const { min, max } = distribution
    return value < min || value > max ? null : (value - min + 0.5) / (max - min + 1)
  }
  return continuousPlace(distribution, value)
}

/** Which of the values equals a value, by content; -1 for none. */
export function categoryOf(values: readonly JsonValue[], value: JsonValue): number {
  const text = canonicalJson(value)
  return values.findIndex((candidate) => canonicalJson(candidate) === text)
}

function categoryAt(probabilities: readonly number[], u: number): number {
  let sum = 0
  let last = 0
  for (const [index, probability] of probabilities.entries()) {
    if (probability === 0) continue
    sum += probability
    last = index
    if (u < sum) return index
  }
  return last
}

function continuousAt(distribution: Continuous, u: number): number {
  switch (distribution.kind) {
    case 'uniform':
      return distribution.min + u * (distribution.max - distribution.min)
    case 'log-uniform':
      return Math.exp(distribution.min + u * (distribution.max - distribution.min))
    case 'normal':
      return distribution.mu + distribution.sigma * normalQuantile(inside(u))
    case 'log-normal':
      return Math.exp(distribution.mu + distribution.sigma * normalQuantile(inside(u)))
    case 'beta':
      return betaQuantile(u, distribution.a, distribution.b)
  }
}

function continuousPlace(distribution: Continuous, value: number): number | null {
  switch (distribution.kind) {
    case 'uniform':
      return between(value, distribution.min, distribution.max)
    case 'log-uniform':
      return value <= 0 ? null : between(Math.log(value), distribution.min, distribution.max)
    case 'normal':
      return normalCdf((value - distribution.mu) / (distribution.sigma || END))
    case 'log-normal':
      return value <= 0 ? 0 : normalCdf((Math.log(value) - distribution.mu) / (distribution.sigma || END))
    case 'beta':
      return betaCdf(value, distribution.a, distribution.b)
  }
}

/** A value beyond the bounds, as rounding makes them, counts as the bound. */
function between(value: number, min: number, max: number): number {
  return max === min ? 0.5 : Math.min(1, Math.max(0, (value - min) / (max - min)))
}

function inside(u: number): number {
  return Math.min(1 - END, Math.max(END, u))
}

/** The nearest multiple of `q`. Twelve digits are kept: 3 times 0.1 shall be 0.3. */
function quantize(distribution: Continuous, value: number): number {
  const { q } = distribution
  return q === null ? value : Number((Math.round(value / q) * q).toPrecision(12))
}
