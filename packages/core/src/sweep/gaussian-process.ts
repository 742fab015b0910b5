import { cholesky, solveLower, solveUpper, type Matrix } from './cholesky.ts'

/** What a Gaussian process says of one place. */
export interface Prediction {
  readonly mean: number
  readonly deviation: number
}

/** A model of a function that was seen at some places. */
export interface GaussianProcess {
  predict(place: readonly number[]): Prediction
}

/** The kernels that are tried: distances over which the function changes, and how much of it is noise. */
const LENGTHS = [0.1, 0.2, 0.35, 0.6, 1, 2]
const NOISES = [1e-6, 1e-3, 3e-2]

/**
 * Fits a Gaussian process with a Matérn 5/2 kernel to values, brought to mean 0 and deviation 1. Length and noise are
 * those that make the values most likely. The cost grows with the third power of their number.
 */
export function fitGaussianProcess(places: readonly (readonly number[])[], values: readonly number[]): GaussianProcess {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1
  const targets = values.map((value) => (value - mean) / spread)
  const distances = places.map((a) => places.map((b) => distanceOf(a, b)))
  let best: Fit | null = null
  for (const length of LENGTHS) {
    for (const noise of NOISES) {
      const fit = fitWith(distances, targets, length, noise)
      if (fit !== null && (best === null || fit.likelihood > best.likelihood)) best = fit
    }
  }
  if (best === null) return { predict: () => ({ mean, deviation: spread }) }
  const { factor, weights, length } = best
  return {
    predict(place) {
      const row = places.map((other) => matern(distanceOf(place, other) / length))
      const predicted = row.reduce((sum, k, index) => sum + k * (weights[index] ?? 0), 0)
      const explained = solveLower(factor, row).reduce((sum, v) => sum + v * v, 0)
      return { mean: mean + spread * predicted, deviation: spread * Math.sqrt(Math.max(1e-12, 1 - explained)) }
    },
  }
}

interface Fit {
  readonly length: number
  readonly factor: Matrix
  readonly weights: readonly number[]
  /** The logarithm of the marginal likelihood, but for a constant. */
  readonly likelihood: number
}

function fitWith(
  distances: readonly (readonly number[])[],
  targets: readonly number[],
  length: number,
  noise: number,
): Fit | null {
  const factor = cholesky(
    distances.map((row, i) => row.map((distance, j) => matern(distance / length) + (i === j ? noise : 0))),
  )
  if (factor === null) return null
  const weights = solveUpper(factor, solveLower(factor, targets))
  const fitness = targets.reduce((sum, target, index) => sum + target * (weights[index] ?? 0), 0)
  const logDeterminant = factor.reduce((sum, row, index) => sum + Math.log(row[index] ?? 1), 0)
  return { length, factor, weights, likelihood: -fitness / 2 - logDeterminant }
}

function matern(r: number): number {
  const scaled = Math.sqrt(5) * r
  return (1 + scaled + (scaled * scaled) / 3) * Math.exp(-scaled)
}

function distanceOf(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += ((a[index] ?? 0) - (b[index] ?? 0)) ** 2
  return Math.sqrt(sum)
}
