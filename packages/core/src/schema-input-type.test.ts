import { expect, it } from 'vitest'
import { normalizeInputSchema } from './input-schema.ts'
import { describeInputType } from './input-type.ts'
import { inputsOfSchema } from './schema-input-type.ts'

it('reads types and defaults of the properties, through references and nested objects', () => {
  const schema = normalizeInputSchema({
    $defs: {
      Model: { type: 'object', properties: { layers: { type: 'integer', default: 3 }, name: { enum: ['a', 'b'] } } },
    },
    type: 'object',
    properties: {
      lr: { type: 'number', default: 0.1 },
      model: { $ref: '#/$defs/Model' },
      tags: { type: 'array', items: { type: 'string' } },
      optimizer: { type: 'object', properties: { kind: { type: 'string' } }, default: { kind: 'adam' } },
    },
  })
  const { type, defaults } = inputsOfSchema(schema)
  expect(defaults).toEqual({ lr: 0.1, model: { layers: 3 }, optimizer: { kind: 'adam' } })
  expect(type).toEqual({
    kind: 'object',
    fields: {
      lr: { kind: 'float' },
      model: { kind: 'object', fields: { layers: { kind: 'int' }, name: { kind: 'str' } } },
      tags: { kind: 'list', element: { kind: 'str' } },
      optimizer: { kind: 'object', fields: { kind: { kind: 'str' } } },
    },
  })
})

it('ends at a schema that refers to itself', () => {
  const schema = {
    $defs: { Node: { type: 'object', properties: { next: { $ref: '#/$defs/Node' } } } },
    $ref: '#/$defs/Node',
  }
  expect(describeInputType(inputsOfSchema(schema).type)).toBe('object')
})
