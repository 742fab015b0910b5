import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeValues, encodeValues } from './column.ts'

test('values that rise evenly take two numbers, and come back exactly', () => {
  const steps = Float64Array.from({ length: 10_000 }, (_, index) => 1_000_000 + index * 3)
  const bytes = encodeValues(steps)
  expect(bytes).toHaveLength(16)
  expect(decodeValues(bytes, steps.length)).toEqual(steps)
})

test('any values come back exactly, also from bytes that are not aligned', () => {
  const constant = fc.tuple(fc.double(), fc.nat(50)).map(([value, count]) => Array.from({ length: count }, () => value))
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.double()), fc.array(fc.integer()), constant), (numbers) => {
      const values = Float64Array.from(numbers)
      const bytes = Buffer.concat([Buffer.alloc(1), encodeValues(values)]).subarray(1)
      expect(decodeValues(bytes, values.length)).toEqual(values)
    }),
  )
})
