import { describe, expect, test } from 'vitest'
import type { Problem } from '../errors.ts'
import { imputeMetric, readImputation } from './impute.ts'

describe('the value of a run without a final metric', () => {
  test('is its latest or its best one, by the goal, and null where it counts like the worst of all', () => {
    const logged = [3, 1, 2]
    expect(imputeMetric('latest', 'minimize', logged)).toBe(2)
    expect(imputeMetric('best', 'minimize', logged)).toBe(1)
    expect(imputeMetric('best', 'maximize', logged)).toBe(3)
    expect(imputeMetric('worst', 'minimize', logged)).toBeNull()
  })

  test('is that of the worst when it has logged nothing', () => {
    expect(imputeMetric('latest', 'minimize', [])).toBeNull()
    expect(imputeMetric('best', 'maximize', [])).toBeNull()
  })
})

describe('how a metric is imputed', () => {
  test.each([
    [{}, { ended: null, running: null }],
    [{ impute: 'best' }, { ended: 'best', running: null }],
    [
      { impute: 'worst', impute_while_running: 'latest' },
      { ended: 'worst', running: 'latest' },
    ],
    [{ impute_while_running: false }, { ended: null, running: null }],
    [{ impute_while_running: 'false' }, { ended: null, running: null }],
  ])('%j is read as %j', (metric, expected) => {
    const problems: Problem[] = []
    expect(readImputation(metric, problems)).toEqual(expected)
    expect(problems).toEqual([])
  })

  test('a strategy that is none is a problem with its path', () => {
    const problems: Problem[] = []
    readImputation({ impute: 'mean', impute_while_running: true }, problems)
    expect(problems.map(({ path, message }) => [path, message])).toEqual([
      ['metric.impute', '"metric.impute" must be one of latest, best, worst.'],
      ['metric.impute_while_running', '"metric.impute_while_running" must be one of latest, best, worst, false.'],
    ])
  })
})
