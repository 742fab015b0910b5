import { toJsonSchema, toStandardJsonSchema } from '@valibot/to-json-schema'
import { type as arktype } from 'arktype'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readInputSchema } from './input-schema-source.ts'

const read = (schema: object, converter?: (schema: never) => unknown) =>
  readInputSchema(schema as never, converter, '"c.yaml"')

describe('a schema of the inputs', () => {
  test('may be JSON Schema, which is copied and not changed', () => {
    const schema = { type: 'object', properties: { lr: { type: 'number', required: true } } }
    const before = structuredClone(schema)
    const copy = read(schema)
    expect(copy).toEqual(before)
    expect(schema).toEqual(before)
    expect(copy).not.toBe(schema)
  })

  test('may be of Zod', () => {
    const schema = z.object({ lr: z.number().min(0).max(1), n: z.int().default(3), kind: z.enum(['a', 'b']) })
    expect(read(schema)).toMatchObject({
      properties: {
        lr: { type: 'number', minimum: 0, maximum: 1 },
        n: { type: 'integer', default: 3 },
        kind: { enum: ['a', 'b'] },
      },
      required: ['lr', 'kind'],
    })
  })

  test('may be of ArkType', () => {
    expect(read(arktype({ lr: 'number > 0', 'kind?': "'a' | 'b'" }))).toMatchObject({
      properties: { lr: { type: 'number', exclusiveMinimum: 0 }, kind: { enum: ['a', 'b'] } },
      required: ['lr'],
    })
  })

  test('may be of Valibot, which needs a converter or the extension', () => {
    const schema = v.object({ lr: v.pipe(v.number(), v.minValue(0)), kind: v.picklist(['a', 'b']) })
    const expected = { properties: { lr: { type: 'number', minimum: 0 }, kind: { enum: ['a', 'b'] } } }
    expect(read(schema, toJsonSchema)).toMatchObject(expected)
    expect(read(toStandardJsonSchema(schema))).toMatchObject(expected)
    expect(() => read(schema)).toThrow(
      'Cannot use the valibot schema of "c.yaml": valibot offers no JSON Schema by itself. Give a converter as toJsonSchema, such as toJsonSchema from "@valibot/to-json-schema".',
    )
  })

  test('is refused when a library cannot write it, or when it is no schema', () => {
    expect(() => read(z.object({ a: z.bigint() }))).toThrow(
      /Cannot use the zod schema of "c.yaml": it cannot be written as JSON Schema/,
    )
    expect(() => read({ type: 'nonsense' })).toThrow('Cannot use the input schema')
    expect(() => read([1])).toThrow('it is not an object')
  })
})
