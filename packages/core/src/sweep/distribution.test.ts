import { describe, expect, test } from 'vitest'
import { betaCdf } from './beta-distribution.ts'
import { placeOf, valueAt, type SweepDistribution } from './distribution.ts'
import { normalCdf, normalQuantile } from './normal-distribution.ts'
import { seededRandom } from './random-source.ts'
import { readDistribution } from './read-distribution.ts'
import type { JsonObject } from '../json.ts'

const SAMPLES = 4000
/** The largest distance of 4000 samples from their distribution that chance gives once in ten thousand times. */
const MOST_DISTANCE = 2.23 / Math.sqrt(SAMPLES)

/** Each named distribution, and the closed form of its probability up to x. */
const CONTINUOUS: readonly (readonly [string, JsonObject, (x: number) => number])[] = [
  ['uniform', { min: -2, max: 3 }, (x) => (x + 2) / 5],
  ['log_uniform', { min: -3, max: 2 }, (x) => (Math.log(x) + 3) / 5],
  ['log_uniform_values', { min: 0.001, max: 10 }, (x) => Math.log(x / 0.001) / Math.log(10 / 0.001)],
  ['inv_log_uniform', { min: -2, max: 3 }, (x) => 1 - (Math.log(1 / x) + 2) / 5],
  ['inv_log_uniform_values', { min: 0.1, max: 100 }, (x) => 1 - (Math.log(1 / x) - Math.log(0.01)) / Math.log(1000)],
  ['normal', { mu: 5, sigma: 2 }, (x) => normalCdf((x - 5) / 2)],
  ['log_normal', { mu: 1, sigma: 0.5 }, (x) => normalCdf((Math.log(x) - 1) / 0.5)],
  ['beta', { a: 2, b: 5 }, (x) => 1 - (1 - x) ** 5 * (1 + 5 * x)],
]

function read(name: string, keys: JsonObject): SweepDistribution {
  const notes = { problems: [], warnings: [] }
  const distribution = readDistribution({ distribution: name, ...keys }, 'parameters.x', notes)
  if (distribution === null) throw new Error(JSON.stringify(notes.problems))
  return distribution
}

function draw(distribution: SweepDistribution, seed: string): readonly number[] {
  const random = seededRandom(seed)
  return Array.from({ length: SAMPLES }, () => Number(valueAt(distribution, random())))
}

const clamp = (p: number): number => Math.min(1, Math.max(0, Number.isNaN(p) ? 0 : p))

const count = (distribution: SweepDistribution): Readonly<Record<string, number>> => {
  const random = seededRandom('counts')
  const counts: Record<string, number> = {}
  for (let index = 0; index < SAMPLES; index++) {
    const key = JSON.stringify(valueAt(distribution, random()))
    counts[key] = (counts[key] ?? 0) + 1 / SAMPLES
  }
  return counts
}

describe('distributions', () => {
  test.each(CONTINUOUS)('samples of %s lie as its closed form says', (name, keys, cdf) => {
    const samples = draw(read(name, keys), name).toSorted((a, b) => a - b)
    const distances = samples.map((x, index) => Math.abs(cdf(x) - (index + 0.5) / SAMPLES))
    expect(Math.max(...distances)).toBeLessThan(MOST_DISTANCE)
  })

  test.each(CONTINUOUS)('the place of a value of %s leads back to the value', (name, keys) => {
    const distribution = read(name, keys)
    for (const u of [0.01, 0.2, 0.5, 0.77, 0.99]) {
      expect(placeOf(distribution, valueAt(distribution, u))).toBeCloseTo(u, 8)
    }
  })

  test.each([
    ['q_uniform', { min: 0, max: 1, q: 0.1 }, 0.1, (x: number) => x],
    ['q_log_uniform', { min: 0, max: 5, q: 2 }, 2, (x: number) => Math.log(x) / 5],
    ['q_log_uniform_values', { min: 1, max: 64, q: 1 }, 1, (x: number) => Math.log(x) / Math.log(64)],
    ['q_normal', { mu: 10, sigma: 4, q: 5 }, 5, (x: number) => normalCdf((x - 10) / 4)],
    ['q_log_normal', { mu: 2, sigma: 1, q: 3 }, 3, (x: number) => normalCdf(Math.log(x) - 2)],
    ['q_beta', { a: 2, b: 2, q: 0.25 }, 0.25, (x: number) => betaCdf(x, 2, 2)],
  ] as const)('samples of %s are multiples of q, each as often as what is rounded to it', (name, keys, q, cdf) => {
    const samples = draw(read(name, keys), name)
    const counts = new Map<number, number>()
    for (const x of samples) counts.set(x, (counts.get(x) ?? 0) + 1)
    for (const [x, count] of counts) {
      expect(Math.abs(x / q - Math.round(x / q))).toBeLessThan(1e-9)
      const expected = clamp(cdf(x + q / 2)) - clamp(cdf(x - q / 2))
      expect(Math.abs(count / SAMPLES - expected)).toBeLessThan(MOST_DISTANCE)
    }
  })

  test('whole numbers and categories occur as often as they should, and none that should not', () => {
    const dice = count(read('int_uniform', { min: 1, max: 6 }))
    expect(Object.keys(dice)).toEqual(['1', '2', '3', '4', '5', '6'])
    for (const share of Object.values(dice)) expect(share).toBeCloseTo(1 / 6, 1)
    const weighted = count(read('categorical', { values: ['a', 'b', null, [1]], probabilities: [0.5, 0, 0.3, 0.2] }))
    expect(Object.keys(weighted).toSorted()).toEqual(['"a"', '[1]', 'null'])
    expect(weighted['"a"']).toBeCloseTo(0.5, 1)
    expect(weighted['null']).toBeCloseTo(0.3, 1)
    expect(valueAt(read('constant', { value: { deep: true } }), 0.4)).toEqual({ deep: true })
  })

  test('quantiles of the normal and the beta distribution agree with tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 10)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 9)
    expect(normalCdf(-6)).toBeCloseTo(9.865876450377018e-10, 18)
    expect(betaCdf(0.3, 2, 5)).toBeCloseTo(0.579825, 6)
    expect(betaCdf(0.5, 0.5, 0.5)).toBeCloseTo(0.5, 12)
    // As many of 52 tries succeed with probability 0.9.
    const atLeast50 = 0.9 ** 52 + 52 * 0.9 ** 51 * 0.1 + 1326 * 0.9 ** 50 * 0.01
    expect(betaCdf(0.9, 50, 3)).toBeCloseTo(atLeast50, 12)
  })
})
