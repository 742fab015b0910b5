import { type Arbitrary, assert, constant, constantFrom, dictionary, letrec, oneof, property } from 'fast-check'
import { expect, test } from 'vitest'
import { mergeInputs } from './input-merge.ts'
import type { JobInputs } from './job-inputs.ts'
import { canonicalJson } from './json-equality.ts'
import type { JsonObject } from './json.ts'
import { leastOverrides } from './least-overrides.ts'

const jobOf = (defaults: JsonObject): JobInputs => ({
  config: { type: { kind: 'any' }, schema: null, defaults },
  files: { 'c.yaml': { type: { kind: 'any' }, schema: null, defaults } },
  isPartial: false,
  allowsExtraKeys: false,
})

test('what is as by default is left out, at any depth and in files by any name', () => {
  const defaults = { a: 1, b: { c: [1, 2], d: 'x' } }
  const overrides = { config: { a: 1, b: { c: [1, 2], d: 'y' } }, files: { './c.yaml': { a: 1 } } }
  expect(leastOverrides(jobOf(defaults), overrides)).toEqual({ config: { b: { d: 'y' } }, files: {} })
})

const trees = letrec<{ tree: JsonObject }>((tie) => ({
  tree: dictionary(
    constantFrom('a', 'b', 'c', '__proto__'),
    oneof({ maxDepth: 3 }, constantFrom(0, 1, 'x', null, true), constant([1, { a: 1 }]), tie('tree')),
    { maxKeys: 3 },
  ) as Arbitrary<JsonObject>,
})).tree

test('two overrides give the same inputs exactly when their least forms are equal', () => {
  assert(
    property(trees, trees, trees, (defaults, one, other) => {
      const least = (config: JsonObject) => leastOverrides(jobOf(defaults), { config, files: {} }).config
      const resolved = (config: JsonObject) => canonicalJson(mergeInputs(defaults, config))
      expect(resolved(least(one))).toBe(resolved(one))
      expect(canonicalJson(least(one)) === canonicalJson(least(other))).toBe(resolved(one) === resolved(other))
    }),
    { numRuns: 2000 },
  )
})
