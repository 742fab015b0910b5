import { expect, test } from 'vitest'
import { niceCeiling, toSegments } from './span-series.ts'

test.each([
  [[0, null], 1],
  [[3, 7], 10],
  [[0.012], 0.02],
  [[20], 20],
  [[2001], 5000],
])('the axis over %j ends at %d', (values, end) => {
  expect(niceCeiling(values)).toBeCloseTo(end)
})

test('a line is broken where there is no value', () => {
  expect(toSegments([null, 1, 2, null, 3])).toEqual([
    [
      [1, 1],
      [2, 2],
    ],
    [[4, 3]],
  ])
})
