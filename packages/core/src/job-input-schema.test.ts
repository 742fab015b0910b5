import { describe, expect, it } from 'vitest'
import { findSchemaProblems, normalizeInputSchema } from './input-schema.ts'
import { inferInputType } from './input-type.ts'
import { jobInputSchema } from './job-input-schema.ts'
import type { JobInputGroup, JobInputs } from './job-inputs.ts'
import type { JsonObject } from './json.ts'

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

function aGroup(defaults: JsonObject, schema: JsonObject | null = null): JobInputGroup {
  return { type: inferInputType(defaults), schema, defaults }
}

function someInputs(inputs: Partial<JobInputs>): JobInputs {
  return { config: null, files: {}, isPartial: false, allowsExtraKeys: false, ...inputs }
}

describe('jobInputSchema', () => {
  it('describes captured inputs by their types, with their defaults', () => {
    const config = aGroup({ trainer: { lr: 0.1, batch: 32, tags: ['a'] }, debug: false, note: null, any: [] })
    expect(jobInputSchema(someInputs({ config }), 'a/p/train:v0')).toEqual({
      $schema: DIALECT,
      title: 'a/p/train:v0',
      type: 'object',
      properties: {
        trainer: {
          type: 'object',
          properties: {
            lr: { type: 'number', default: 0.1 },
            batch: { type: 'number', default: 32 },
            tags: { type: 'array', items: { type: 'string' }, default: ['a'] },
          },
          additionalProperties: false,
        },
        debug: { type: 'boolean', default: false },
        note: { default: null },
        any: { type: 'array', default: [] },
      },
      additionalProperties: false,
    })
  })

  it('keeps the schema of the program, fills its defaults in and adds the inputs that it does not speak of', () => {
    const schema = { type: 'object', properties: { lr: { type: 'number', maximum: 1, default: 5 } }, required: ['lr'] }
    const document = jobInputSchema(someInputs({ config: aGroup({ lr: 0.1, seed: 1 }, schema) }), 't')
    expect(document).toEqual({
      $schema: DIALECT,
      title: 't',
      type: 'object',
      properties: { lr: { type: 'number', maximum: 1, default: 0.1 }, seed: { type: 'number', default: 1 } },
      required: ['lr'],
    })
  })

  it('puts defaults beside a reference, which stays valid where the schema is embedded', () => {
    const schema = normalizeInputSchema({
      $defs: {
        Rate: { type: 'number', maximum: 1 },
        Trainer: { type: 'object', properties: { lr: { $ref: '#/$defs/Rate' } } },
      },
      type: 'object',
      properties: { trainer: { $ref: '#/$defs/Trainer' } },
    })
    const files = { 'a b.yaml': aGroup({ trainer: { lr: 0.1 } }, schema) }
    const document = jobInputSchema(someInputs({ files }), 't')
    expect(document).toMatchObject({
      properties: {
        files: {
          properties: {
            'a b.yaml': {
              $id: 'urn:slipway:inputs:files%2Fa%20b.yaml',
              properties: { trainer: { $ref: '#/$defs/Trainer', properties: { lr: { default: 0.1 } } } },
            },
          },
        },
      },
      additionalProperties: false,
    })
    const { properties } = document as { properties: { files: { properties: Record<string, JsonObject> } } }
    const embedded = properties.files.properties['a b.yaml'] ?? {}
    expect(findSchemaProblems(embedded, { trainer: { lr: 2 } })).toHaveLength(1)
    expect(findSchemaProblems(embedded, { trainer: { lr: 0.5 } })).toEqual([])
  })

  it('keeps run config and files apart, and stays open where a job accepts other keys', () => {
    const inputs = someInputs({
      config: aGroup({ lr: 1 }),
      files: { 'c.json': aGroup({ a: 'x' }) },
      allowsExtraKeys: true,
    })
    expect(jobInputSchema(inputs, 't')['properties']).toEqual({
      '@wandb.config': { type: 'object', properties: { lr: { type: 'number', default: 1 } } },
      files: {
        type: 'object',
        properties: { 'c.json': { type: 'object', properties: { a: { type: 'string', default: 'x' } } } },
        additionalProperties: false,
      },
    })
  })

  it('says of a job without inputs that there are none, and of a partial one nothing', () => {
    expect(jobInputSchema(someInputs({}), 't')).toEqual({
      $schema: DIALECT,
      title: 't',
      type: 'object',
      properties: {},
      additionalProperties: false,
    })
    expect(jobInputSchema(someInputs({ isPartial: true }), 't')).not.toHaveProperty('additionalProperties')
  })

  it('takes keys that every object inherits as plain data', () => {
    const config = aGroup(JSON.parse('{"__proto__": 1, "constructor": {"a": 2}}') as JsonObject)
    const document = jobInputSchema(someInputs({ config }), 't')
    expect(JSON.stringify(document['properties'])).toBe(
      '{"__proto__":{"type":"number","default":1},"constructor":{"type":"object","properties":{"a":{"type":"number","default":2}},"additionalProperties":false}}',
    )
  })

  it('gives a document of which the defaults themselves are valid', () => {
    const defaults = { trainer: { lr: 0.1, layers: [1, 2], name: 'x' }, flag: true }
    expect(findSchemaProblems(jobInputSchema(someInputs({ config: aGroup(defaults) }), 't'), defaults)).toEqual([])
  })
})
