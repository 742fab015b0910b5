import { describe, expect, test } from 'vitest'
import { findElementProblems } from './element-problems.ts'
import { inferInputType } from './input-type.ts'
import type { JsonObject } from './json.ts'
import { findOverrideProblems } from './override-problems.ts'

const DEFAULTS = { sizes: [1], layers: [{ width: 1 }], name: 'x' }
const SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    sizes: { type: 'array', items: { type: 'integer', minimum: 1 }, maxItems: 3 },
    layers: {
      type: 'array',
      items: { type: 'object', properties: { width: { type: 'integer' } }, required: ['width'] },
    },
    name: { type: 'string' },
  },
}
const group = { type: inferInputType(DEFAULTS), schema: SCHEMA, defaults: DEFAULTS }
const inputs = { config: group, files: { 'a.yaml': group }, isPartial: false, allowsExtraKeys: false }

describe('problems inside of lists', () => {
  test('have each an address of their own, and the words of the check of the whole', () => {
    const values = { sizes: [1, 0, 'a'], layers: [{ width: 2 }, { width: 1.5 }, {}], name: 3 }
    const found = findElementProblems(inputs, 'a.yaml', values)
    expect(found.map(({ list, path }) => [list, path])).toEqual([
      ['a.yaml:sizes', 'a.yaml:sizes.1'],
      ['a.yaml:sizes', 'a.yaml:sizes.2'],
      ['a.yaml:layers', 'a.yaml:layers.1.width'],
      ['a.yaml:layers', 'a.yaml:layers.2.width'],
    ])
    const whole = findOverrideProblems(inputs, { config: {}, files: { 'a.yaml': values } }).problems
    expect(found[0]?.message).toBe(whole.find(({ path }) => path === 'a.yaml:sizes')?.message)
    expect(found[2]?.message).toBe(whole.find(({ path }) => path === 'a.yaml:layers')?.message)
  })

  test('are none where the schema takes all, where the list as a whole is wrong, and without a schema', () => {
    expect(findElementProblems(inputs, null, DEFAULTS)).toEqual([])
    expect(findElementProblems(inputs, null, { ...DEFAULTS, sizes: [1, 2, 3, 4] })).toEqual([])
    expect(findElementProblems({ ...inputs, config: { ...group, schema: null } }, null, { sizes: ['a'] })).toEqual([])
  })
})
