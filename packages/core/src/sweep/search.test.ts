import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../json-equality.ts'
import type { JsonValue } from '../json.ts'
import { countGridPoints, suggestGridPoint } from './grid-search.ts'
import { pointToOverrides } from './point-overrides.ts'
import { pointToTree, treeToValues, unwrapTree, wrapTree } from './point-values.ts'
import { seededRandom } from './random-source.ts'
import { readSweepConfig, type SweepConfig } from './sweep-config.ts'
import { suggestPoint } from './suggest-point.ts'
import type { SearchPoint, Trial } from './trial.ts'

const grids = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,4}$/u),
  fc.oneof(
    fc
      .uniqueArray(fc.oneof(fc.integer({ max: 99 }), fc.constant('text'), fc.constant(null)), {
        minLength: 1,
        maxLength: 4,
      })
      .map((values) => ({ values })),
    fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat(3)).map(([min, more]) => ({ min, max: min + more })),
    fc.constant({ distribution: 'q_uniform', min: 0, max: 0.5, q: 0.25 }),
    fc.constant({ value: 'fixed' }),
    fc.constant({ parameters: { x: { values: [1, 2] }, y: { parameters: { z: { values: [true, false] } } } } }),
  ),
  { minKeys: 1, maxKeys: 3 },
)

/** Asks for points until there is none; each counts as tried at once. */
function exhaust(config: SweepConfig): readonly SearchPoint[] {
  const points: SearchPoint[] = []
  for (;;) {
    const trials = points.map((values): Trial => ({ values, state: 'running', metric: null }))
    const point = suggestGridPoint(config.parameters, trials)
    if (point === null) return points
    points.push(point)
  }
}

/** The lowest loss that a search finds with so many points. */
function minimize(config: SweepConfig, loss: (point: SearchPoint) => number, count: number, seed: string): number {
  const trials: Trial[] = []
  for (let number = 0; number < count; number++) {
    const values = suggestPoint(config, trials, seededRandom(`${seed} ${number}`)) ?? []
    trials.push({ values, state: 'ended', metric: loss(values) })
  }
  return Math.min(...trials.map(({ metric }) => metric ?? Number.POSITIVE_INFINITY))
}

/** A well-known test function with three lowest places of 0.397887. */
const branin = ([x, y]: SearchPoint): number =>
  (Number(y) - (5.1 / (4 * Math.PI ** 2)) * Number(x) ** 2 + (5 / Math.PI) * Number(x) - 6) ** 2 +
  10 * (1 - 1 / (8 * Math.PI)) * Math.cos(Number(x)) +
  10

const score = ([kind, size, rate]: SearchPoint): number =>
  (kind === 'c' ? 3 : 0) + Math.log2(Number(size)) - Math.abs(Math.log10(Number(rate)) + 2)

describe('grid search', () => {
  test('tries every combination once, and then no more', () => {
    fc.assert(
      fc.property(grids, (parameters) => {
        const { config } = readSweepConfig({ method: 'grid', parameters })
        const points = exhaust(config)
        expect(points).toHaveLength(countGridPoints(config.parameters))
        expect(new Set(points.map((point) => canonicalJson(point))).size).toBe(points.length)
      }),
      { numRuns: 50 },
    )
  })

  test('q_uniform has its ends as steps', () => {
    const { config } = readSweepConfig({
      method: 'grid',
      parameters: { x: { distribution: 'q_uniform', min: 0, max: 0.3, q: 0.1 } },
    })
    expect(exhaust(config)).toEqual([[0], [0.1], [0.2], [0.3]])
  })
})

describe('points', () => {
  test('become nested trees and wrapped arguments, and the values come back', () => {
    fc.assert(
      fc.property(grids, fc.integer(), (parameters, seed) => {
        const { config } = readSweepConfig({ method: 'random', parameters })
        const point = suggestPoint(config, [], seededRandom(String(seed))) ?? []
        const tree = pointToTree(config.parameters, point)
        expect(unwrapTree(wrapTree(tree))).toEqual(tree)
        expect(treeToValues(config.parameters, tree)).toEqual(point)
      }),
      { numRuns: 100 },
    )
  })

  test('are addresses of inputs for a job', () => {
    expect(
      pointToOverrides({ 'trainer.lr': 0.1, trainer: { layers: 3 }, 'config.yaml:optim.name': 'sgd', 'a\\.b': 1 }),
    ).toEqual({
      config: { trainer: { lr: 0.1, layers: 3 }, 'a.b': 1 },
      files: { 'config.yaml': { optim: { name: 'sgd' } } },
    })
  })
})

describe('bayesian search', () => {
  const { config: bayes } = readSweepConfig({
    method: 'bayes',
    metric: { name: 'loss' },
    parameters: { x: { min: -5, max: 10, distribution: 'uniform' }, y: { min: 0, max: 15, distribution: 'uniform' } },
  })

  test('finds lower values of a known function than random search, on average over seeds', () => {
    const random: SweepConfig = { ...bayes, method: 'random' }
    const seeds = Array.from({ length: 8 }, (_item, index) => `seed ${index}`)
    const mean = (config: SweepConfig): number =>
      seeds.reduce((sum, seed) => sum + minimize(config, branin, 30, seed), 0) / seeds.length
    const [found, drawn] = [mean(bayes), mean(random)]
    expect(found).toBeLessThan(0.6)
    expect(found).toBeLessThan(drawn / 2)
  })

  test('goes the way of the goal, among categories and rounded numbers too', () => {
    const { config } = readSweepConfig({
      method: 'bayes',
      metric: { name: 'score', goal: 'maximize' },
      parameters: {
        kind: { values: ['a', 'b', 'c', 'd'] },
        size: { values: [8, 64, 16, 32] },
        rate: { distribution: 'q_log_uniform_values', min: 0.001, max: 1, q: 0.001 },
        fixed: { value: 1 },
      },
    })
    const trials: Trial[] = []
    for (let number = 0; number < 30; number++) {
      const values = suggestPoint(config, trials, seededRandom(`max ${number}`)) ?? []
      trials.push({ values, state: 'ended', metric: score(values) })
    }
    expect(Math.max(...trials.map(({ metric }) => metric ?? 0))).toBeGreaterThan(8.5)
  })

  test('gives those who ask at once different points, and takes a failure for the worst', () => {
    const trials: Trial[] = Array.from({ length: 8 }, (_item, index) => {
      const values: JsonValue[] = [index - 4, index]
      return { values, state: 'ended', metric: branin(values) }
    })
    const asked = new Set<string>()
    for (let index = 0; index < 6; index++) {
      const values = suggestPoint(bayes, trials, seededRandom('the same')) ?? []
      asked.add(JSON.stringify(values))
      trials.push({ values, state: index % 2 === 0 ? 'running' : 'failed', metric: null })
    }
    expect(asked.size).toBe(6)
  })
})
