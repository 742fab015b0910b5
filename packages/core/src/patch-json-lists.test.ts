import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patchConfigFile, parseConfigFile } from './config-file.ts'
import type { JsonValue } from './json.ts'

const TEXT =
  '{\n  "blocks": [{ "size": 41, "rate": 1.0 }, { "size": 51 }],\n  "sizes": [\n    1.0,\n    2,\n    3e2\n  ],\n  "deep": [[1,  2], [3,  4]]\n}\n'
const patch = (overrides: Record<string, JsonValue>) => patchConfigFile('a.json', TEXT, overrides)

describe('a list in JSON', () => {
  test('keeps the text of the elements that stay the same', () => {
    expect(patch({ blocks: [{ size: 41, rate: 1 }, { size: 7 }] })).toBe(TEXT.replace('51', '7'))
    expect(patch({ sizes: [1, 5, 300] })).toBe(TEXT.replace('    2', '    5'))
    expect(
      patch({
        deep: [
          [1, 9],
          [3, 4],
        ],
      }),
    ).toBe(TEXT.replace('1,  2', '1,  9'))
    expect(patch({ blocks: [{ size: 41, rate: 1, more: true }, { size: 51 }] })).toBe(
      TEXT.replace('"rate": 1.0 }', '"rate": 1.0, "more": true }'),
    )
  })

  test('loses and gets elements at their places', () => {
    expect(patch({ sizes: [1, 2, 300, 4] })).toBe(TEXT.replace('3e2', '3e2,\n    4'))
    expect(patch({ sizes: [1, 300] })).toBe(TEXT.replace('    2,\n', ''))
    expect(patch({ sizes: [2, 300] })).toBe(TEXT.replace('1.0,\n    ', ''))
    expect(patch({ sizes: [1, 2] })).toBe(TEXT.replace(',\n    3e2', ''))
    expect(patch({ blocks: [{ size: 51 }] })).toBe(TEXT.replace('{ "size": 41, "rate": 1.0 }, ', ''))
    expect(patch({ blocks: [{ size: 41 }, { size: 51 }] })).toBe(
      TEXT.replace('{ "size": 41, "rate": 1.0 }', '{"size": 41}'),
    )
  })

  test('holds what was asked for, whatever it was', () => {
    const scalar = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom<JsonValue>(null, true, 'a', 0.5, {}, []))
    const item = fc.oneof(
      scalar,
      fc.array(scalar, { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), scalar, { maxKeys: 3, noNullPrototype: true }),
      fc.array(fc.dictionary(fc.constantFrom('a', 'b'), scalar, { noNullPrototype: true }), { maxLength: 2 }),
    ) as fc.Arbitrary<JsonValue>
    const list = fc.array(item, { maxLength: 5 })
    fc.assert(
      fc.property(list, list, fc.constantFrom(undefined, 2), (before, after, space) => {
        const text = `${JSON.stringify({ a: before, b: 1 }, null, space)}\n`
        const value = { a: after, b: 1 } as JsonValue
        expect(parseConfigFile('a.json', patchConfigFile('a.json', text, { a: after })).value).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })
})
