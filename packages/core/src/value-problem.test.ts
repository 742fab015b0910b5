import { expect, test } from 'vitest'
import { inferInputType } from './input-type.ts'
import type { JobInputs, JobInputGroup } from './job-inputs.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { findOverrideProblems } from './override-problems.ts'
import { findValueProblem } from './value-problem.ts'

const DEFAULTS = { lr: 0.1, deep: { epochs: 3, tags: ['a'] }, name: 'x' }
const SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    lr: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
    deep: { $ref: '#/$defs/Deep' },
  },
  $defs: {
    Deep: {
      type: 'object',
      properties: { epochs: { type: 'integer', minimum: 1 }, mode: { enum: ['a', 'b'] } },
      required: ['epochs'],
    },
  },
}

function inputsWith(schema: JsonObject | null): JobInputs {
  const group: JobInputGroup = { type: inferInputType(DEFAULTS), schema, defaults: DEFAULTS }
  return { config: group, files: { 'a.yaml': group }, isPartial: false, allowsExtraKeys: false }
}

test.each<readonly [string, readonly string[], JsonValue]>([
  ['a fraction out of range', ['lr'], 5],
  ['a value in range', ['lr'], 0.5],
  ['text for a number', ['lr'], 'fast'],
  ['a fraction for a whole number behind a reference', ['deep', 'epochs'], 1.5],
  ['a value that is not listed', ['deep', 'mode'], 'c'],
  ['text for text', ['name'], 'y'],
  ['a number for text', ['name'], 3],
  ['a list for text', ['name'], [1]],
  ['a list of another kind', ['deep', 'tags'], [1]],
  ['a key that is no input', ['nam'], 1],
])('%s gets the verdict and the words of the check of the whole', (_title, path, value) => {
  for (const file of [null, 'a.yaml']) {
    const inputs = inputsWith(SCHEMA)
    const tree = path.reduceRight<JsonValue>((below, key) => ({ [key]: below }), value) as JsonObject
    const overrides = file === null ? { config: tree, files: {} } : { config: {}, files: { [file]: tree } }
    const [whole = null] = findOverrideProblems(inputs, overrides).problems
    expect(shorten(findValueProblem(inputs, { file, path }, value)?.message)).toBe(shorten(whole?.message))
  }
})

test('where other values decide what one may be, nothing is said of it alone', () => {
  const schema: JsonObject = { ...SCHEMA, if: { properties: { name: { const: 'x' } } } }
  expect(findValueProblem(inputsWith(schema), { file: null, path: ['lr'] }, 5)).toBeUndefined()
})

// Near names are looked for among all inputs, of which the check of one value knows one group.
function shorten(message: string | undefined): string | undefined {
  return message?.replace(/ (?:Did you mean|Its inputs).*$/u, '')
}
