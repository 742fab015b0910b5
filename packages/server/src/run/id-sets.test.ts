import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCommon } from './id-sets.ts'

const numbers = fc.oneof(fc.nat(20), fc.constantFrom(1_000_000, 1_000_001))
const set = fc.uniqueArray(numbers, { maxLength: 12 })

test('the numbers that some sets have in common and others lack are counted, in whatever order they come', () => {
  fc.assert(
    fc.property(
      fc.array(set, { minLength: 1, maxLength: 3 }),
      fc.array(set, { maxLength: 3 }),
      ([first = [], ...rest], without) => {
        const expected = first.filter(
          (number) => rest.every((one) => one.includes(number)) && !without.some((one) => one.includes(number)),
        )
        const texts = [first, ...rest].map((one) => one.join(','))
        expect(
          countCommon(
            texts,
            without.map((one) => one.join(',')),
          ),
        ).toBe(expected.length)
      },
    ),
    { numRuns: 500 },
  )
})

test('a set without numbers has none in common with others', () => {
  expect([countCommon(['', '1,2'], []), countCommon(['1,2'], ['']), countCommon(['7'], ['7'])]).toEqual([0, 2, 0])
})
