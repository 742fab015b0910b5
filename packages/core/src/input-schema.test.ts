import { expect, test } from 'vitest'
import { findSchemaProblems, normalizeInputSchema } from './input-schema.ts'
import type { JsonObject, JsonValue } from './json.ts'

function problems(schema: JsonObject, value: JsonValue): [string, string][] {
  return findSchemaProblems(normalizeInputSchema(schema), value).map(({ path, message }) => [path, message])
}

const trainer: JsonObject = {
  type: 'object',
  properties: {
    lr: { type: 'number', minimum: 0, exclusiveMaximum: 1 },
    model: { enum: ['resnet', 'vit'] },
    steps: { type: ['integer', 'null'] },
  },
  additionalProperties: false,
}

test('each path has one problem that says what was given and what is allowed', () => {
  expect(problems({ properties: { trainer } }, { trainer: { lr: 2, model: 'x', steps: '3', stepz: 1 } })).toEqual([
    ['trainer.lr', 'Cannot set "trainer.lr" to 2: it must be at least 0 and less than 1.'],
    ['trainer.model', 'Cannot set "trainer.model" to "x": it must be one of "resnet", "vit".'],
    ['trainer.steps', 'Cannot set "trainer.steps" to "3": it must be a whole number or null.'],
    [
      'trainer.stepz',
      'Cannot set "trainer.stepz": the schema has no such key. Did you mean "steps"? Allowed here: lr, model, steps.',
    ],
  ])
})

test('both spellings of "required" mean the same', () => {
  const missing = [['a.b', 'Cannot leave out "a.b": the schema requires it. Give it a value.']]
  expect(
    problems({ properties: { a: { properties: { b: { type: 'integer', required: true } } } } }, { a: {} }),
  ).toEqual(missing)
  expect(problems({ properties: { a: { required: ['b'] } } }, { a: {} })).toEqual(missing)
  expect(problems({ properties: { a: { required: false } } }, {})).toEqual([])
})

test('the argument is never changed and can be used twice', () => {
  const schema = { $defs: { s: { type: 'string' } }, properties: { a: { $ref: '#/$defs/s', required: true } } }
  const copy = structuredClone(schema)
  const normal = normalizeInputSchema(schema)
  expect(normalizeInputSchema(schema)).toEqual(normal)
  expect(findSchemaProblems(normal, { a: 1 })).toHaveLength(1)
  expect(schema).toEqual(copy)
})

test('recursive schemas are followed as deep as the value goes', () => {
  const schema = {
    $ref: '#/$defs/node',
    $defs: { node: { properties: { next: { $ref: '#/$defs/node' }, n: { type: 'integer' } } } },
  }
  expect(problems(schema, { next: { next: { n: 'x' } } }).map(([path]) => path)).toEqual(['next.next.n'])
})

test('the branch that fits the type of the value explains what is wrong with it', () => {
  const optional = { properties: { a: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }] } } }
  expect(problems(optional, { a: 0 })).toEqual([['a', 'Cannot set "a" to 0: it must be at least 1.']])
  expect(problems(optional, { a: 'x' })).toEqual([
    ['a', 'Cannot set "a" to "x": it must be a whole number at least 1, or null.'],
  ])
})

test('an item of a list is named in the message and the list in the path', () => {
  expect(problems({ properties: { l: { items: { type: 'integer' } } } }, { l: [1, 'x'] })).toEqual([
    ['l', 'Cannot set "l[1]" to "x": it must be a whole number.'],
  ])
})

test('a secret takes a reference only, and what was given is never repeated', () => {
  const schema: JsonObject = { properties: { key: { type: 'string', format: 'secret', minLength: 3 } } }
  expect(problems(schema, { key: 'secret://OPENAI_KEY' })).toEqual([])
  expect(problems(schema, { key: 'sk-123456' })).toEqual([
    ['key', 'Cannot set "key": it must be a reference to a secret, written secret://NAME.'],
  ])
  expect(JSON.stringify(problems(schema, { key: 98765 }))).not.toContain('98765')
  expect(
    JSON.stringify(
      problems(
        { properties: { key: { anyOf: [{ format: 'secret', type: 'string' }, { type: 'null' }] } } },
        { key: 98765 },
      ),
    ),
  ).not.toContain('98765')
})

test.each<[string, JsonValue]>([
  ['it is not a JSON object', 1],
  ['"#/type" must be one of', { type: 'float' }],
  ['"#/properties/a/minimum" must be a number', { properties: { a: { minimum: '1' } } }],
  ['"#/properties" must be an object of schemas', { properties: [] }],
  ['"#/required" must be a list of keys', { required: 'a' }],
  ['"#/pattern" is not a regular expression', { pattern: '(' }],
  ['"#/$defs/x" leads to no schema', { $ref: '#/$defs/x' }],
  ['"https://example.com/s" leads to no schema', { $ref: 'https://example.com/s' }],
  ['"#" leads back to itself', { $ref: '#' }],
  ['"#/$defs/a" leads back to itself', { $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }] } } }],
  ['"#/allOf/0" must be a schema', { allOf: [3] }],
])('a schema is refused when %s', (message, schema) => {
  expect(() => normalizeInputSchema(schema)).toThrow(message)
})

test('what other keywords have looked at is known to unevaluatedProperties', () => {
  const schema = {
    allOf: [{ properties: { a: true } }],
    anyOf: [{ properties: { b: true }, required: ['b'] }, true],
    unevaluatedProperties: false,
  }
  expect(problems(schema, { a: 1, b: 2 })).toEqual([])
  expect(problems(schema, { a: 1, c: 2 }).map(([path]) => path)).toEqual(['c'])
})

test('keys named like parts of a prototype are ordinary', () => {
  expect(problems({ required: ['constructor'] }, {}).map(([path]) => path)).toEqual(['constructor'])
  expect(problems({ properties: { toString: { type: 'string' } } }, {})).toEqual([])
})
