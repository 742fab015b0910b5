import { expect, test } from 'vitest'
import { smooth } from './smooth.ts'

test('a constant line stays what it is, from its first point on', () => {
  for (const value of smooth([5, 5, 5, 5], 0.9)) expect(value).toBeCloseTo(5)
})

test('a jump is followed slowly, and a gap stays a gap', () => {
  const [first, gap, jump = 0] = smooth([0, null, 10], 0.5)
  expect([first, gap]).toEqual([0, null])
  expect(jump).toBeCloseTo(6.667, 3)
})

test('no smoothing gives the values themselves', () => {
  expect(smooth([1, -2, 3], 0)).toEqual([1, -2, 3])
})
