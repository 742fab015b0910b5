import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { flattenInputs, getInput, mergeInputs, setInput } from './input-merge.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'

const keys = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'toString')
const { tree } = fc.letrec<{ tree: JsonObject; value: JsonValue }>((tie) => ({
  tree: fc.array(fc.tuple(keys, tie('value')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
  value: fc.oneof({ maxDepth: 4 }, fc.constantFrom(1, 'x', null, [1], true), tie('tree')),
}))

test('objects merge deeply, all else is replaced, and null is a value', () => {
  const base = { a: { b: 1, c: 2 }, list: [1, 2], x: 'y' }
  expect(mergeInputs(base, { a: { b: null }, list: [3], z: { w: 1 } })).toEqual({
    a: { b: null, c: 2 },
    list: [3],
    x: 'y',
    z: { w: 1 },
  })
  expect(base).toEqual({ a: { b: 1, c: 2 }, list: [1, 2], x: 'y' })
})

test('merging nothing changes nothing, and merging twice is merging once', () => {
  fc.assert(
    fc.property(tree, tree, (base, overrides) => {
      const merged = mergeInputs(base, overrides)
      expect(mergeInputs(base, {})).toEqual(base)
      expect(mergeInputs(merged, overrides)).toEqual(merged)
    }),
  )
})

test('each overridden value is found in the result', () => {
  fc.assert(
    fc.property(tree, tree, (base, overrides) => {
      const merged = mergeInputs(base, overrides)
      const leaves = flattenInputs(overrides).filter(({ value }) => !isJsonObject(value))
      expect(leaves.map(({ path }) => getInput(merged, path))).toEqual(leaves.map(({ value }) => value))
    }),
  )
})

test('a merge of "__proto__" touches no prototype', () => {
  const merged = mergeInputs({}, JSON.parse('{"__proto__": {"polluted": true}}') as JsonObject)
  expect(Object.keys(merged)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
  expect('polluted' in {}).toBe(false)
  expect(getInput({}, ['constructor', 'name'])).toBeUndefined()
})

test('leaves put together again give the config', () => {
  fc.assert(
    fc.property(tree, (config) => {
      let rebuilt: JsonObject = {}
      for (const { path, value } of flattenInputs(config)) rebuilt = setInput(rebuilt, path, value)
      expect(rebuilt).toEqual(config)
    }),
  )
})
