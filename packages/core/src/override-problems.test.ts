import { describe, expect, test } from 'vitest'
import { normalizeInputSchema } from './input-schema.ts'
import { inferInputType } from './input-type.ts'
import {
  type InputOverrides,
  type JobInputGroup,
  type JobInputs,
  decodeJobInputs,
  encodeJobInputs,
} from './job-inputs.ts'
import { type JsonObject, parseJson, stringifyJson } from './json.ts'
import { findOverrideProblems } from './override-problems.ts'
import { resolveInputs } from './resolve-inputs.ts'
import { isSecretInput } from './secret-input.ts'

const defaults = {
  trainer: { learning_rate: 0.01, batch_size: 32, model: 'resnet', betas: [0.9, 0.99], resume: null, amp: true },
}

function group(values: JsonObject, schema: JsonObject | null = null): JobInputGroup {
  return {
    type: inferInputType(values),
    schema: schema === null ? null : normalizeInputSchema(schema),
    defaults: values,
  }
}

function aJob(change: Partial<JobInputs> = {}): JobInputs {
  return { config: group(defaults), files: {}, isPartial: false, allowsExtraKeys: false, ...change }
}

function config(overrides: JsonObject): InputOverrides {
  return { config: overrides, files: {} }
}

function refused(job: JobInputs, overrides: InputOverrides): string[] {
  return findOverrideProblems(job, overrides).problems.map((problem) => problem.message)
}

describe('what a launch may override', () => {
  test('values of the captured types are accepted without a note', () => {
    const trainer = { learning_rate: 1, batch_size: 64, model: 'vit', betas: [0.5, 0.6], resume: 'x', amp: false }
    expect(findOverrideProblems(aJob(), config({ trainer }))).toEqual({ problems: [], notes: [] })
  })

  test('unknown and excluded keys are refused, each with its path, the nearest name and the inputs', () => {
    const { problems } = findOverrideProblems(
      aJob(),
      config({ seed: 1, trainer: { learningrate: 1, private: { key: 'v' } } }),
    )
    expect(problems.map((problem) => problem.path)).toEqual(['seed', 'trainer.learningrate', 'trainer.private.key'])
    expect(problems[1]?.message).toBe(
      'Cannot set "trainer.learningrate": it is not an input of this job. Did you mean "trainer.learning_rate"? Its inputs: trainer.learning_rate, trainer.batch_size, trainer.model, trainer.betas, trainer.resume, trainer.amp.',
    )
  })

  test('an object onto a scalar, and a scalar onto a group, are refused', () => {
    expect(refused(aJob(), config({ trainer: { model: { a: 1 } } }))).toEqual([
      'Cannot set "trainer.model" to an object: it must be str.',
    ])
    expect(refused(aJob(), config({ trainer: 3 }))[0]).toContain('it is a group of inputs. Set trainer.learning_rate, ')
  })

  test.each<[string, JsonObject]>([
    ['text for a number', { learning_rate: 'fast' }],
    ['true for an int', { batch_size: true }],
    ['a number for text', { model: 3 }],
    ['null for an int', { batch_size: null }],
    ['a scalar for a list', { betas: 0.9 }],
    ['0 for a bool', { amp: 0 }],
    ['a whole number that JSON cannot carry', { batch_size: 2 ** 53 }],
  ])('%s is refused', (_name, trainer) => {
    expect(refused(aJob(), config({ trainer }))).toHaveLength(1)
  })

  test('a fraction for an int and other items in a list are accepted with a note', () => {
    const { problems, notes } = findOverrideProblems(aJob(), config({ trainer: { batch_size: 0.5, betas: ['a'] } }))
    expect(problems).toEqual([])
    expect(notes.map((note) => note.path)).toEqual(['trainer.batch_size', 'trainer.betas'])
  })

  test('a job may opt in to extra keys, and a partial job takes all and says so', () => {
    expect(refused(aJob({ allowsExtraKeys: true }), config({ seed: 1 }))).toEqual([])
    const partial = findOverrideProblems(aJob({ isPartial: true, config: null }), {
      config: { a: 1 },
      files: { 'c.yaml': { b: 1 } },
    })
    expect(partial.problems).toEqual([])
    expect(partial.notes).toHaveLength(1)
  })

  test('a job whose inputs are files takes no run config', () => {
    const job = aJob({ config: null, files: { 'config.yaml': group({ batch_size: 32 }) } })
    expect(refused(job, config({ batch_size: 3 }))).toEqual([
      'Cannot set "batch_size": the run config is not an input of this job. Its inputs: config.yaml:batch_size.',
    ])
    expect(
      refused(job, { config: {}, files: { 'confg.yaml': { a: 1 }, './config.yaml': { batch_size: 'x', c: 1 } } }),
    ).toEqual([
      'Cannot set values in "confg.yaml": the file is not an input of this job. Did you mean "config.yaml"? Its files: config.yaml.',
      'Cannot set "config.yaml:batch_size" to "x": it must be int.',
      'Cannot set "config.yaml:c": it is not an input of this job. Its inputs: config.yaml:batch_size.',
    ])
  })

  test('a huge number of unknown keys is refused in reasonable time', () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_item, index) => [`unknown_${index}`, index]))
    expect(refused(aJob(), config(many))).toHaveLength(20_000)
  })
})

describe('where a schema speaks', () => {
  const schema = {
    type: 'object',
    required: ['trainer'],
    properties: {
      trainer: {
        required: ['dataset'],
        properties: {
          learning_rate: { type: 'number', maximum: 1 },
          batch_size: { type: 'integer' },
          model: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          dataset: { type: 'string' },
          betas: { maxItems: 2 },
        },
      },
    },
  }

  test('it decides instead of the captured type', () => {
    const job = aJob({ config: group(defaults, schema) })
    expect(refused(job, config({ trainer: { dataset: 'd', model: null, batch_size: 0.5, learning_rate: 2 } }))).toEqual(
      [
        'Cannot set "trainer.learning_rate" to 2: it must be at most 1.',
        'Cannot set "trainer.batch_size" to 0.5: it must be a whole number.',
      ],
    )
  })

  test('a required value without a default is asked for', () => {
    const job = aJob({ config: group(defaults, schema) })
    expect(refused(job, config({}))).toEqual([
      'Cannot leave out "trainer.dataset": the schema requires it. Give it a value.',
    ])
    expect(refused(job, config({ trainer: { dataset: 'cifar10' } }))).toEqual([])
  })

  test('a default that breaks the schema is not held against overrides elsewhere', () => {
    const bad = { trainer: { ...defaults.trainer, learning_rate: 7, dataset: 'd' } }
    const job = aJob({ config: group(bad, schema) })
    expect(refused(job, config({ trainer: { model: 'x' } }))).toEqual([])
    expect(refused(job, config({ trainer: { learning_rate: 8 } }))).toHaveLength(1)
  })

  test('a rule over a whole group is reported when the override breaks it', () => {
    const pair = { properties: { a: {}, b: {} }, not: { required: ['a', 'b'] } }
    const job = aJob({ config: group({ a: 1 }, pair) })
    expect(refused(job, config({ b: 2 }))).toHaveLength(1)
    expect(refused(job, config({ a: 2 }))).toEqual([])
  })

  test('a secret that was typed in is not repeated', () => {
    const job = aJob({
      config: group({ key: 'secret://A' }, { properties: { key: { type: 'string', format: 'secret' } } }),
    })
    expect(refused(job, config({ key: 'sk-1234' })).join(' ')).not.toContain('sk-1234')
    expect(refused(job, config({ key: { a: 'sk-1234' } })).join(' ')).not.toContain('sk-1234')
    expect(refused(job, config({ key: 'secret://B' }))).toEqual([])
  })
})

test('job inputs survive their JSON form', () => {
  const odd = group(
    { ...defaults, mixed: [1, 'a', { b: null }], empty: {}, float: 0.5 },
    { properties: { trainer: { type: 'object' } } },
  )
  const job = aJob({ config: odd, files: { 'a.yaml': group({ x: 1 }) }, allowsExtraKeys: true })
  expect(decodeJobInputs(parseJson(stringifyJson(encodeJobInputs(job))))).toEqual(job)
  expect(() => decodeJobInputs({ config: { type: { kind: 'matrix' } } })).toThrow('the type of "config" must be')
})

test('resolved inputs list defaults, values and where they come from, in declared order', () => {
  const job = aJob({ files: { 'config.yaml': group({ batch_size: 32 }) } })
  const resolved = resolveInputs(job, {
    config: { trainer: { model: 'vit' }, extra: 1 },
    files: { './config.yaml': { batch_size: 64 } },
  })
  const rows = resolved.map((input) => [
    input.address.file,
    input.address.path.join('.'),
    input.type,
    input.default,
    input.value,
    input.isOverridden,
  ])
  expect(rows).toEqual([
    [null, 'trainer.learning_rate', 'float', 0.01, 0.01, false],
    [null, 'trainer.batch_size', 'int', 32, 32, false],
    [null, 'trainer.model', 'str', 'resnet', 'vit', true],
    [null, 'trainer.betas', 'list[float]', [0.9, 0.99], [0.9, 0.99], false],
    [null, 'trainer.resume', 'none', null, null, false],
    [null, 'trainer.amp', 'bool', true, true, false],
    [null, 'extra', 'int', undefined, 1, true],
    ['config.yaml', 'batch_size', 'int', 32, 64, true],
  ])
})

test('what was typed for a secret is not repeated, whatever part of the schema refuses it', () => {
  const secret = { format: 'secret', type: 'string' }
  const properties = {
    all: { allOf: [{ minLength: 90 }, secret] },
    either: { anyOf: [secret, { type: 'null' }] },
    list: { type: 'array', items: { allOf: [{ maxLength: 3 }, secret] } },
    named: { $ref: '#/$defs/secret' },
  }
  const job = aJob({
    config: group(
      { all: 'secret://A', either: null, list: [], named: 'secret://A' },
      { properties, $defs: { secret } },
    ),
  })
  const overrides = { all: 'sk-1234', either: 'sk-1234', list: ['sk-1234'], named: 'sk-1234' }
  const messages = refused(job, config(overrides))
  expect(messages).toHaveLength(4)
  expect(messages.join(' ')).not.toContain('sk-1234')
  const isSecret = (...path: readonly string[]) => isSecretInput(job, { file: null, path })
  expect(Object.keys(properties).map((key) => isSecret(key))).toEqual([true, true, false, true])
})
