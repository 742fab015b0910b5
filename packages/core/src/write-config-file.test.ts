import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseConfigFile } from './config-file.ts'
import type { JsonObject } from './json.ts'
import { writeConfigFile } from './write-config-file.ts'

test('a new YAML file has lists of objects and long text below their keys', () => {
  const values = {
    lr: 0.1,
    layers: [{ size: 3, act: 'relu' }, { size: 4 }],
    sizes: [1, 2],
    prompt: 'You are\na helper\n',
  }
  expect(writeConfigFile('a.yaml', values)).toBe(
    'lr: 0.1\nlayers:\n  - size: 3\n    act: relu\n  - size: 4\nsizes: [1, 2]\nprompt: |\n  You are\n  a helper\n',
  )
})

test('a new file of any values reads back as these values', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('a', '\n', ' ', '#', '-', ':', '|', '\t') }),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
  )
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ minLength: 1 }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }))
  const file = fc.dictionary(fc.string({ minLength: 1 }), value, { maxKeys: 5, noNullPrototype: true })
  fc.assert(
    fc.property(file, fc.constantFrom('a.yaml', 'a.json', 'a.toml'), (values, name) => {
      const text = writeConfigFile(name, values as JsonObject)
      expect(parseConfigFile(name, text).value).toEqual(values)
    }),
    { numRuns: 300 },
  )
})
