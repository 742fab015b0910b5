import { describe, expect, test } from 'vitest'
import { composeInputs } from '../input-layers.ts'
import { inferInputType } from '../input-type.ts'
import { normalizeInputSchema } from '../input-schema.ts'
import type { InputOverrides, JobInputGroup, JobInputs } from '../job-inputs.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import { formatOverrideKey, splitOverride } from './override-text.ts'
import { readOverrides } from './read-overrides.ts'

const group = (defaults: JsonObject, schema: JsonObject | null = null): JobInputGroup => ({
  type: inferInputType(defaults),
  schema: schema === null ? null : normalizeInputSchema(schema),
  defaults,
})

const inputs: JobInputs = {
  config: group({
    trainer: { lr: 0.1, size: 8, model: 'resnet', amp: true, tags: ['a'], layers: [1, 2] },
    note: null,
    'a.b': { 'c:d': 1 },
  }),
  files: { 'conf/config.yaml': group({ tag: 'x', batch: { size: 1 } }) },
  isPartial: false,
  allowsExtraKeys: false,
}

function read(texts: readonly string[], job: JobInputs = inputs): InputOverrides {
  return composeInputs(job, readOverrides(texts, job, [])).overrides
}

const valueOf = (override: string): JsonValue | undefined => read([override]).config['note']
const modelOf = (text: string): JsonValue =>
  (read([`trainer.model=${text}`]).config['trainer'] as JsonObject)['model'] ?? null

describe('what overrides name', () => {
  test('paths of the run config and of files become partial trees', () => {
    expect(read(['trainer.lr=0.1', './conf/config.yaml:tag=7', 'conf/config.yaml:batch.size=7'])).toEqual({
      config: { trainer: { lr: 0.1 } },
      files: { 'conf/config.yaml': { tag: '7', batch: { size: 7 } } },
    })
  })

  test('several values of a file are set at once', () => {
    expect(read(['conf/config.yaml:={tag: x, batch: {size: 2}}']).files).toEqual({
      'conf/config.yaml': { tag: 'x', batch: { size: 2 } },
    })
  })

  test('the last of two values for one input counts', () => {
    expect(read(['trainer.lr=1', 'trainer.lr=2']).config).toEqual({ trainer: { lr: 2 } })
  })

  test.each([[['a.b', 'c:d']], [['x=y', 'z']], [['+x']], [['~x', '@y']], [[String.raw`a\b`]], [['a=', '=b', 'c+d~e']]])(
    'an address with %j in it is written as an override and read back',
    (path) => {
      for (const file of [null, 'conf/a:b@c=d.yaml']) {
        const key = formatOverrideKey({ file, path })
        expect(splitOverride(`${key}=1`)).toMatchObject({ kind: 'set', address: { file, path }, value: '1' })
        expect(splitOverride(`~${key}`)).toMatchObject({ kind: 'delete', address: { file, path }, value: null })
      }
    },
  )

  test('each override that cannot be read is a problem of its own', () => {
    expect(() => read(['trainer.lr', 'a..b=1', 'trainer.lr=[', 'conf/config.yaml:=3'])).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        details: {
          problems: ['trainer.lr', 'a..b', 'trainer.lr', 'conf/config.yaml:'].map((path) =>
            expect.objectContaining({ path }),
          ),
        },
      }),
    )
  })
})

describe('a value where nothing is declared', () => {
  test.each([
    ['0.1', 0.1],
    ['-3', -3],
    ['1e-3', 0.001],
    ['1_000', 1000],
    ['False', false],
    ['NULL', null],
    ['resnet', 'resnet'],
    ['', ''],
    ['a: b', 'a: b'],
    ['007', '007'],
    ['yes', 'yes'],
    ['[1, 2e-1, x]', [1, 0.2, 'x']],
    ['{a: 1, b: {c: [true]}}', { a: 1, b: { c: [true] } }],
    ['{"a": 1}', { a: 1 }],
    ['{1: a, true: b, null: c, 1.5: d}', { 1: 'b', null: 'c', '1.5': 'd' }],
    ['"64"', '64'],
    ["'${x}'", '${x}'],
    ['float(1)', 1],
    ['sort([3,1,2])', [1, 2, 3]],
    ['json_str({a: [1, x]})', '{"a": [1, "x"]}'],
    ['str([1, true])', ['1', 'true']],
  ])('%s is read as %j', (text, value) => {
    expect(valueOf(`note=${text}`)).toEqual(value)
  })

  test.each([
    '12345678901234567890',
    '1e999',
    'inf',
    'nan',
    'a,b',
    'choice(a)',
    'range(3)',
    'interval(0,1)',
    'glob(*)',
    '${x}',
    '~',
    'a#b',
  ])('%s is refused', (text) => {
    expect(() => valueOf(`note=${text}`)).toThrow(/^Cannot read what to set:/u)
  })
})

describe('the declared type decides where the grammar leaves it open', () => {
  test.each([
    ['123', '123'],
    ['1_000', '1_000'],
    ['true', 'true'],
    ['null', 'null'],
    ['[1]', '[1]'],
    ['{a}', '{a}'],
    ['"quoted"', 'quoted'],
    ['"half', '"half'],
    ['a=b:c', 'a=b:c'],
    ['What now? #1', 'What now? #1'],
    [String.raw`a\,b`, 'a,b'],
    ['', ''],
    ['str(1)', '1'],
  ])('%s is the text %j for a text', (text, value) => {
    expect(modelOf(text)).toBe(value)
  })

  test('but a sweep and a function that there is not are refused for a text too', () => {
    for (const text of ['a,b', 'choice(a,b)', 'chioce(a,b)', '${x}']) expect(() => modelOf(text)).toThrow(Error)
  })

  test.each([
    ['yes', true],
    ['off', false],
    ['1', true],
    ['TRUE', true],
  ])('%s is %j for a bool', (text, value) => {
    expect(read([`trainer.amp=${text}`]).config).toEqual({ trainer: { amp: value } })
  })

  test('items of a list of texts are texts, and a float takes any whole number', () => {
    expect(read(['trainer.tags=[1,true,x]', 'trainer.lr=100000000000000000000']).config).toEqual({
      trainer: { tags: ['1', 'true', 'x'], lr: 1e20 },
    })
  })

  test('a schema that says "string" makes a text of an input without a default', () => {
    const schema = { type: 'object', properties: { name: { type: 'string' }, flag: { type: 'boolean' } } }
    const job = { ...inputs, config: group({ name: null, flag: null }, schema) }
    expect(read(['name=7', 'flag=on'], job).config).toEqual({ name: '7', flag: true })
  })

  test('an interpolation is kept in a config file, whose program may fill it in', () => {
    expect(read(['conf/config.yaml:tag=${x}/y']).files).toEqual({ 'conf/config.yaml': { tag: '${x}/y' } })
  })
})

test('what is typed for a secret is taken as it is, and repeated nowhere', () => {
  const schema = { type: 'object', properties: { key: { type: 'string', format: 'secret' } } }
  const job = { ...inputs, config: group({ key: null }, schema) }
  for (const typed of ['[hunter2', 'a,b', '"hunter2', '${hunter2}']) {
    const layers = readOverrides([`key=${typed}`], job, [])
    expect(layers).toMatchObject([{ origin: { text: 'key=...' }, overrides: { config: { key: typed } } }])
  }
  expect(() => readOverrides(['~key=hunter2'], job, [])).toThrow(
    expect.objectContaining({ details: { problems: [expect.not.objectContaining({ message: /hunter2/u })] } }),
  )
})

describe('what is there already', () => {
  test('a list is extended by the default, or by what came before', () => {
    expect(read(['trainer.layers=extend_list(3)', 'trainer.layers=extend_list(4,5)']).config).toEqual({
      trainer: { layers: [1, 2, 3, 4, 5] },
    })
  })

  test('+ adds to a group that is there, and not in place of a value', () => {
    const open = { ...inputs, allowsExtraKeys: true }
    expect(read(['+trainer={depth: 2}', '+new.key=1'], open).config).toEqual({ trainer: { depth: 2 }, new: { key: 1 } })
    expect(() => read(['+trainer.lr=1'], open)).toThrow(Error)
    expect(() => read(['new=1'], open)).toThrow(Error)
    expect(read(['+new=1', 'new=2'], open).config).toEqual({ new: 2 })
  })

  test('a partial job takes all forms', () => {
    const partial = { ...inputs, config: null, files: {}, isPartial: true }
    const layers = readOverrides(['a=1', '+b=2', '~c.yaml:d'], partial, [])
    expect(composeInputs(partial, layers)).toMatchObject({
      overrides: { config: { a: 1, b: 2 } },
      removals: [{ file: 'c.yaml', path: ['d'] }],
    })
  })

  test('a deletion takes back what came before, and needs the value it names', () => {
    const open = { ...inputs, allowsExtraKeys: true }
    expect(read(['+extra=1', '~extra'], open).config).toEqual({})
    expect(composeInputs(inputs, readOverrides(['~conf/config.yaml:tag=x'], inputs, [])).removals).toHaveLength(1)
    expect(() => readOverrides(['~conf/config.yaml:tag=y'], inputs, [])).toThrow(Error)
    expect(() => readOverrides(['~trainer.lr'], inputs, [])).toThrow(Error)
  })
})
