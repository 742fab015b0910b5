import type { JsonValue } from '@slipway/core'
import { expect, test } from 'vitest'
import { compareLists } from './compare-lists.ts'

const texts = (before: JsonValue, after: JsonValue): readonly string[] | null =>
  compareLists(before, after)?.changes.map(
    (change) => `${change.path.join('.')}: ${JSON.stringify(change.before)} > ${JSON.stringify(change.after)}`,
  ) ?? null

test('an element that changed is told by its number, and the others are counted', () => {
  expect(compareLists([64, 32, 16], [64, 8, 16])).toEqual({
    changes: [{ path: ['1'], before: 32, after: 8 }],
    sameCount: 2,
  })
})

test('of an object in a list only the keys that changed are told', () => {
  const layer = { kind: 'conv', size: 3, pad: [1, 1] }
  expect(texts([layer, layer], [layer, { ...layer, size: 5, pad: [1, 2] }])).toEqual([
    '1.size: 3 > 5',
    '1.pad.1: 1 > 2',
  ])
  expect(texts([{ a: 1, b: 2 }], [{ a: 1, c: 3 }])).toEqual(['0.b: 2 > undefined', '0.c: undefined > 3'])
  expect(compareLists([{ a: 1, b: 2 }, 7], [{ a: 1, c: 3 }, 7])?.sameCount).toBe(1)
  expect(compareLists([layer], [{ ...layer, size: 5 }])?.sameCount).toBe(0)
})

test('what is put in or taken out leaves what follows the same', () => {
  expect(texts(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual(['1: undefined > "x"'])
  expect(texts(['a', 'b', 'c'], ['a', 'c'])).toEqual(['1: "b" > undefined'])
  expect(compareLists(['a', 'b', 'c'], ['b', 'c'])?.sameCount).toBe(2)
  expect(compareLists(['a', 'b', 'c', 'd'], ['x', 'd'])).toEqual({
    changes: [
      { path: ['0'], before: 'a', after: 'x' },
      { path: ['1'], before: 'b', after: undefined },
      { path: ['2'], before: 'c', after: undefined },
    ],
    sameCount: 1,
  })
  expect(texts([1, 1], [1, 1, 1])).toEqual(['2: undefined > 1'])
})

test('lists without anything in common, and what is no list, are not compared', () => {
  expect(compareLists([1, 2], [3, 4, 5])).toBeNull()
  expect(compareLists([], [1])).toBeNull()
  expect(compareLists([1], undefined)).toBeNull()
  expect(compareLists({ a: 1 }, { a: 2 })).toBeNull()
  expect(compareLists([1], 1)).toBeNull()
})
