import type { Problem } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { getOwn } from '../own-key.ts'

/**
 * When to stop runs that do badly: at each band, a number of reported values, a run that is not among the best
 * 1/`eta` of those that got there is stopped. Source: wandb sweeps, hyperband stopping.
 */
export interface Hyperband {
  /** Ascending numbers of reported values. */
  readonly bands: readonly number[]
  readonly eta: number
  /** True, the default: the value at the band decides; false: the best value so far does, which stops fewer runs. */
  readonly isStrict: boolean
}

/** One run as the stop rule sees it. */
export interface HyperbandRun {
  readonly id: string
  readonly isRunning: boolean
  /** The values of the metric, in the order in which they were reported. */
  readonly values: readonly number[]
}

const DEFAULT_ETA = 3
const MAX_BANDS = 100

/** Reads the `early_terminate` of a sweep configuration; null where it is empty. Notes one problem for each path. */
export function readHyperband(given: JsonObject, problems: Problem[]): Hyperband | null {
  if (Object.keys(given).length === 0) return null
  const before = problems.length
  if (getOwn(given, 'type') !== 'hyperband') {
    problems.push({ path: 'early_terminate.type', message: '"early_terminate.type" must be "hyperband".' })
  }
  const number = (key: string, isAllowed: (value: number) => boolean, wanted: string): number | null => {
    const value = getOwn(given, key) ?? null
    if (value === null) return null
    if (typeof value === 'number' && isAllowed(value)) return value
    problems.push({ path: `early_terminate.${key}`, message: `"early_terminate.${key}" must be ${wanted}.` })
    return null
  }
  const eta = number('eta', (value) => value > 1, 'a number above 1') ?? DEFAULT_ETA
  const maxIter = number('max_iter', isCount, 'a whole number from 1')
  const minIter = number('min_iter', isCount, 'a whole number from 1')
  const steps = number('s', isCount, 'a whole number from 1')
  if (problems.length > before) return null
  const bands = maxIter !== null && steps !== null ? bandsBelow(maxIter, steps, eta) : bandsFrom(minIter, eta)
  if (bands.length === 0) {
    problems.push({
      path: 'early_terminate',
      message:
        minIter === null && (maxIter === null || steps === null)
          ? '"early_terminate" needs "min_iter", or "max_iter" and "s".'
          : '"early_terminate" has no band at or above 1. Raise "max_iter" or lower "eta".',
    })
    return null
  }
  return { bands, eta, isStrict: getOwn(given, 'strict') !== false }
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1
}

function bandsBelow(maxIter: number, steps: number, eta: number): readonly number[] {
  const bands: number[] = []
  for (let band = maxIter / eta; bands.length < Math.min(steps, MAX_BANDS) && band >= 1; band /= eta) {
    bands.unshift(Math.floor(band))
  }
  return bands
}

function bandsFrom(minIter: number | null, eta: number): readonly number[] {
  const bands: number[] = []
  if (minIter === null) return bands
  for (let band = minIter; bands.length < MAX_BANDS && band < Number.MAX_SAFE_INTEGER; band *= eta) {
    bands.push(Math.floor(band))
  }
  return bands
}

/** The ids of the running runs that are to be stopped. Pure: asked again with the same values it says the same. */
export function findRunsToStop(
  hyperband: Hyperband,
  goal: 'minimize' | 'maximize',
  runs: readonly HyperbandRun[],
): readonly string[] {
  const sign = goal === 'minimize' ? 1 : -1
  const losses = runs.map((run) => ({ run, values: run.values.map((value) => value * sign) }))
  const thresholds = new Map(hyperband.bands.map((band) => [band, thresholdAt(band, hyperband.eta, losses)]))
  return losses.flatMap(({ run, values }) => {
    const band = hyperband.bands.findLast((candidate) => candidate <= values.length)
    if (!run.isRunning || band === undefined) return []
    const value = hyperband.isStrict ? (values[band - 1] ?? 0) : Math.min(...values)
    return value > (thresholds.get(band) ?? Number.POSITIVE_INFINITY) ? [run.id] : []
  })
}

/** The worst loss that still belongs to the best 1/eta at a band. */
function thresholdAt(band: number, eta: number, losses: readonly { readonly values: readonly number[] }[]): number {
  const reached = losses
    .flatMap(({ values }) => (values.length >= band ? [values[band - 1] ?? 0] : []))
    .toSorted((a, b) => a - b)
  return reached[Math.floor(reached.length / eta)] ?? Number.POSITIVE_INFINITY
}
