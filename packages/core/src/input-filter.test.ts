import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type InputFilter, filterInputs, isInputIncluded } from './input-filter.ts'
import { flattenInputs, setInput } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'

const config = {
  trainer: { learning_rate: 0.01, model: 'resnet', private: { key: 'value' } },
  'trainer.private': 1,
  trainer2: 2,
  seed: 42,
  layers: [{ a: 1 }],
  empty: {},
}

test('include keeps whole keys only, and exclude wins', () => {
  expect(filterInputs(config, { include: [['trainer']], exclude: [['trainer', 'private']] })).toEqual({
    trainer: { learning_rate: 0.01, model: 'resnet' },
  })
  expect(filterInputs(config, { include: [['seed']], exclude: [['seed']] })).toEqual({})
})

test('without include everything but what is excluded stays, and empty mappings vanish', () => {
  const { trainer, empty, ...others } = config
  expect(filterInputs(config, { include: [], exclude: [['trainer']] })).toEqual(others)
  expect([trainer, empty]).toHaveLength(2)
})

test('paths do not go into lists, and a path that names nothing is harmless', () => {
  expect(filterInputs(config, { include: [['layers', 'a'], ['nothing']], exclude: [['nothing']] })).toEqual({})
})

const keys = fc.constantFrom('a', 'b', 'c', 'a.b', '__proto__', 'constructor')
const { tree } = fc.letrec<{ tree: JsonObject; value: JsonValue }>((tie) => ({
  tree: fc.array(fc.tuple(keys, tie('value')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
  value: fc.oneof({ maxDepth: 4 }, fc.constantFrom(1, 'x', null, [1]), tie('tree')),
}))
const paths = fc.array(fc.array(keys, { maxLength: 4 }), { maxLength: 3 })

test('the filter agrees with a plain reading of the rule on random configs', () => {
  fc.assert(
    fc.property(tree, paths, paths, (config, include, exclude) => {
      const filter = { include, exclude }
      expect(filterInputs(config, filter)).toEqual(filterPlainly(config, filter))
    }),
    { numRuns: 3000 },
  )
})

test('a single path is judged as in the whole config', () => {
  fc.assert(
    fc.property(tree, paths, paths, (config, include, exclude) => {
      const filter = { include, exclude }
      const kept = new Set(flattenInputs(filterInputs(config, filter)).map(({ path }) => JSON.stringify(path)))
      const leaves = flattenInputs(config).filter(({ value }) => !isJsonObject(value))
      for (const { path } of leaves) expect(isInputIncluded(path, filter)).toBe(kept.has(JSON.stringify(path)))
    }),
  )
})

// Leaf by leaf and prefix by prefix, as the client's Go code does it.
function filterPlainly(config: JsonObject, { include, exclude }: InputFilter): JsonObject {
  let kept: JsonObject = {}
  for (const { path, value } of flattenInputs(config)) {
    if (isJsonObject(value)) continue
    const isKept = include.length === 0 || include.some((prefix) => startsWith(path, prefix))
    if (isKept && !exclude.some((prefix) => startsWith(path, prefix))) kept = setInput(kept, path, value)
  }
  return kept
}

function startsWith(path: InputPath, prefix: InputPath): boolean {
  return prefix.every((key, index) => path[index] === key)
}
