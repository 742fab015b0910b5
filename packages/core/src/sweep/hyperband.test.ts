import { describe, expect, test } from 'vitest'
import { findRunsToStop, readHyperband, type HyperbandRun } from './hyperband.ts'
import type { JsonObject } from '../json.ts'

function read(keys: JsonObject) {
  const problems: { path: string; message: string }[] = []
  const hyperband = readHyperband({ type: 'hyperband', ...keys }, problems)
  if (hyperband === null) throw new Error(JSON.stringify(problems))
  return hyperband
}

const run = (id: string, values: readonly number[], isRunning = true): HyperbandRun => ({ id, values, isRunning })

describe('hyperband', () => {
  test('has bands below max_iter, or from min_iter on', () => {
    expect(read({ max_iter: 27, s: 2 }).bands).toEqual([3, 9])
    expect(read({ max_iter: 27, s: 9 }).bands).toEqual([1, 3, 9])
    expect(read({ max_iter: 18, s: 2, eta: 3 }).bands).toEqual([2, 6])
    expect(read({ min_iter: 3, eta: 2 }).bands.slice(0, 4)).toEqual([3, 6, 12, 24])
  })

  test('stops the running runs that are not among the best at the last band that they reached', () => {
    const runs = [
      run('a', [10, 9], false),
      run('b', [10, 10]),
      run('c', [10, 8, 8]),
      run('d', [10, 7, 7]),
      run('e', [10, 6, 6], false),
    ]
    expect(findRunsToStop(read({ max_iter: 5, eta: 2, s: 2 }), 'minimize', runs)).toEqual(['b'])
  })

  test('turns around where the metric is to be maximised', () => {
    const runs = [run('good', [1, 9]), run('fair', [1, 5]), run('bad', [1, 2])]
    expect(findRunsToStop(read({ min_iter: 2, eta: 3 }), 'maximize', runs)).toEqual(['bad'])
  })

  test('lets a run go on by its best value so far unless it is strict', () => {
    const runs = [run('fell', [1, 9]), run('low', [5, 2], false), run('lower', [5, 1], false)]
    expect(findRunsToStop(read({ min_iter: 2, eta: 3 }), 'minimize', runs)).toEqual(['fell'])
    expect(findRunsToStop(read({ min_iter: 2, eta: 3, strict: false }), 'minimize', runs)).toEqual([])
  })

  test('stops nobody before the first band, and nobody who is alone', () => {
    expect(findRunsToStop(read({ min_iter: 3 }), 'minimize', [run('a', [1, 2]), run('b', [9, 9])])).toEqual([])
    expect(findRunsToStop(read({ min_iter: 1 }), 'minimize', [run('a', [1, 2])])).toEqual([])
  })
})
