import { categoryOf, placeOf, valueAt, type SweepDistribution } from './distribution.ts'
import { fitGaussianProcess, type GaussianProcess } from './gaussian-process.ts'
import { normalCdf, normalDensity } from './normal-distribution.ts'
import type { RandomSource } from './random-source.ts'
import { suggestRandomPoint } from './random-search.ts'
import type { SweepParameter } from './sweep-parameter.ts'
import type { SearchPoint, Trial } from './trial.ts'

/** Values are drawn at random until a model of this many could say something. */
const FEWEST_OBSERVATIONS = 5
/** The model's cost grows with the third power of what it has seen. */
const MOST_OBSERVATIONS = 150
const RANDOM_CANDIDATES = 600
const NEAR_CANDIDATES = 300
const NEAR_WIDTHS = [0.2, 0.05, 0.01]

interface Observation {
  readonly place: readonly number[]
  readonly point: SearchPoint
  /** To be made small; null for one that is still running. */
  readonly loss: number | null
}

/**
 * The point where most improvement over the best one is to be expected, by a Gaussian process over the unit cube: each
 * number at its place in its distribution, each category of text an axis of its own. What failed counts like the worst; what
 * still runs counts like the mean, so that agents who ask at once get different points.
 */
export function suggestBayesPoint(
  parameters: readonly SweepParameter[],
  goal: 'minimize' | 'maximize',
  trials: readonly Trial[],
  random: RandomSource,
): SearchPoint {
  const searched = parameters.filter(({ distribution }) => distribution.kind !== 'constant')
  const observations = observe(parameters, goal, trials)
  const losses = observations.flatMap(({ loss }) => (loss === null ? [] : [loss]))
  if (losses.length < Math.max(FEWEST_OBSERVATIONS, searched.length + 1)) {
    return suggestUntried(parameters, observations, random)
  }
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length
  const process = fitGaussianProcess(
    observations.map(({ place }) => place),
    observations.map(({ loss }) => loss ?? mean),
  )
  const best = Math.min(...losses)
  const bestPoint = observations.find(({ loss }) => loss === best)?.point ?? []
  const tried = new Set(observations.map(({ point }) => JSON.stringify(point)))
  let chosen: SearchPoint | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const candidate of listCandidates(parameters, bestPoint, random)) {
    if (tried.has(JSON.stringify(candidate))) continue
    const place = toPlace(parameters, candidate)
    const gain = place === null ? 0 : expectedImprovement(process, place, best)
    if (gain > most) [chosen, most] = [candidate, gain]
  }
  return chosen ?? suggestRandomPoint(parameters, random)
}

function observe(
  parameters: readonly SweepParameter[],
  goal: 'minimize' | 'maximize',
  trials: readonly Trial[],
): readonly Observation[] {
  const sign = goal === 'minimize' ? 1 : -1
  const known = trials.flatMap(({ metric }) => (metric === null ? [] : [metric * sign]))
  const worst = known.length === 0 ? 0 : Math.max(...known)
  const observations = trials.flatMap((trial): readonly Observation[] => {
    const point = trial.values.map((value) => value ?? null)
    const place = toPlace(parameters, point)
    if (place === null) return []
    if (trial.metric !== null) return [{ place, point, loss: trial.metric * sign }]
    if (trial.state === 'running') return [{ place, point, loss: null }]
    return known.length === 0 ? [] : [{ place, point, loss: worst }]
  })
  if (observations.length <= MOST_OBSERVATIONS) return observations
  // The best ones say where to look; of the others, the latest say most of what is not known yet.
  const byLoss = observations.toSorted((a, b) => (a.loss ?? worst) - (b.loss ?? worst))
  const kept = new Set([...byLoss.slice(0, MOST_OBSERVATIONS / 2), ...observations.slice(-MOST_OBSERVATIONS / 2)])
  return [...kept]
}

function suggestUntried(
  parameters: readonly SweepParameter[],
  observations: readonly Observation[],
  random: RandomSource,
): SearchPoint {
  const tried = new Set(observations.map(({ point }) => JSON.stringify(point)))
  for (let attempt = 0; attempt < 50; attempt++) {
    const point = suggestRandomPoint(parameters, random)
    if (!tried.has(JSON.stringify(point))) return point
  }
  return suggestRandomPoint(parameters, random)
}

function* listCandidates(
  parameters: readonly SweepParameter[],
  best: SearchPoint,
  random: RandomSource,
): Generator<SearchPoint> {
  for (let index = 0; index < RANDOM_CANDIDATES; index++) yield suggestRandomPoint(parameters, random)
  for (let index = 0; index < NEAR_CANDIDATES; index++) {
    const width = NEAR_WIDTHS[index % NEAR_WIDTHS.length] ?? 0.1
    yield parameters.map(({ distribution }, axis) => {
      const value = best[axis] ?? null
      const place = placeOf(distribution, value)
      // Half of the parameters stay, so that some candidates differ from the best point in one of them.
      if (place === null || random() < 0.5) return value
      if (distribution.kind === 'categorical') return valueAt(distribution, random())
      return valueAt(distribution, reflect(place + (random() + random() + random() - 1.5) * width))
    })
  }
}

function reflect(u: number): number {
  return Math.min(1, Math.max(0, u < 0 ? -u : u > 1 ? 2 - u : u))
}

function expectedImprovement(process: GaussianProcess, place: readonly number[], best: number): number {
  const { mean, deviation } = process.predict(place)
  const z = (best - mean) / deviation
  return (best - mean) * normalCdf(z) + deviation * normalDensity(z)
}

/** Where a point lies in the unit cube; null where a value is none of its parameter. */
function toPlace(parameters: readonly SweepParameter[], point: SearchPoint): readonly number[] | null {
  const place: number[] = []
  for (const [axis, { distribution }] of parameters.entries()) {
    const part = toAxes(distribution, point[axis] ?? null)
    if (part === null) return null
    place.push(...part)
  }
  return place
}

/** Categories of text have no order: each has an axis, and any two are equally far apart. */
function toAxes(distribution: SweepDistribution, value: SearchPoint[number]): readonly number[] | null {
  if (distribution.kind === 'constant') return []
  if (distribution.kind === 'categorical' && !distribution.values.every((item) => typeof item === 'number')) {
    const index = categoryOf(distribution.values, value)
    return index === -1 ? null : distribution.values.map((_item, axis) => (axis === index ? Math.SQRT1_2 : 0))
  }
  const place = distribution.kind === 'categorical' ? rankOf(distribution.values, value) : placeOf(distribution, value)
  return place === null ? null : [place]
}

/** Categories of numbers have an order, whatever the one in which they were listed. */
function rankOf(values: readonly SearchPoint[number][], value: SearchPoint[number]): number | null {
  const sorted = values.toSorted((a, b) => Number(a) - Number(b))
  const index = categoryOf(sorted, value)
  return index === -1 ? null : (index + 0.5) / sorted.length
}
