import { describe, expect, test } from 'vitest'
import { appendPoints, NO_POINTS, readPoints, thinPoints } from './metric-points.ts'

const keys = { x: '_step', y: 'loss' }

describe('the points of a metric', () => {
  test('values that are no finite numbers are gaps', () => {
    const rows = [
      { _step: 0, loss: 1 },
      { _step: 1, loss: 'NaN' },
      { _step: 2, loss: '-Infinity' },
      { _step: 3, loss: 'a word' },
      { _step: 4, loss: 2 },
    ]
    expect(readPoints(rows, keys, false)).toMatchObject({ x: [0, 1, 2, 4], y: [1, null, null, 2], lastStep: 4 })
  })

  test('rows come in the order of their axis', () => {
    const rows = [
      { _step: 0, epoch: 2, loss: 5 },
      { _step: 1, epoch: 1, loss: 6 },
      { _step: 2, epoch: 'NaN', loss: 7 },
    ]
    expect(readPoints(rows, { x: 'epoch', y: 'loss' }, false)).toMatchObject({ x: [1, 2], y: [6, 5], steps: [1, 0] })
  })

  test('thinned points keep the lowest, the highest and the gaps', () => {
    const rows = Array.from({ length: 10_000 }, (_, step) => ({ _step: step, loss: Math.sin(step / 50) as unknown }))
    rows[1234] = { _step: 1234, loss: 99 }
    rows[5678] = { _step: 5678, loss: -99 }
    rows[7777] = { _step: 7777, loss: 'NaN' }
    const { x, y } = thinPoints(readPoints(rows, keys, false), 300)
    expect(x.length).toBeLessThan(400)
    expect(y[x.indexOf(1234)]).toBe(99)
    expect(y[x.indexOf(5678)]).toBe(-99)
    expect(y[x.indexOf(7777)]).toBe(null)
    expect([x[0], x.at(-1)]).toEqual([0, 9999])
  })

  test('new points come behind the old ones, and nothing new changes nothing', () => {
    const old = readPoints([{ _step: 0, loss: 1 }], keys, false)
    expect(appendPoints(old, NO_POINTS, 100)).toEqual(old)
    const grown = appendPoints(old, readPoints([{ _step: 1, loss: 0 }], keys, false), 100)
    expect(grown).toMatchObject({ x: [0, 1], y: [1, 0], lastStep: 1 })
  })
})
