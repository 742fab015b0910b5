import type { JsonObject, JsonValue } from '@slipway/core'

/** One property of a schema as Pydantic v2 writes it, with a default, and the control that it is to get. */
export interface SchemaSample {
  readonly name: string
  readonly property: JsonObject
  readonly defs?: JsonObject
  readonly value: JsonValue
  readonly kind: string
}

const COLOUR = { Colour: { enum: ['red', 'green'], title: 'Colour', type: 'string' } }
const LAYER = {
  Layer: {
    type: 'object',
    title: 'Layer',
    properties: { size: { type: 'integer', title: 'Size' }, bias: { type: 'boolean', default: true, title: 'Bias' } },
    required: ['size'],
  },
}
const PETS = {
  Cat: {
    type: 'object',
    title: 'Cat',
    properties: { kind: { const: 'cat', type: 'string' }, lives: { type: 'integer', default: 9 } },
    required: ['kind'],
  },
  Dog: {
    type: 'object',
    title: 'Dog',
    properties: { kind: { const: 'dog', type: 'string' }, loud: { type: 'boolean', default: true } },
    required: ['kind'],
  },
}
const NODE = {
  Node: {
    type: 'object',
    title: 'Node',
    properties: {
      value: { type: 'integer' },
      next: { anyOf: [{ $ref: '#/$defs/Node' }, { type: 'null' }], default: null },
    },
    required: ['value'],
  },
}
const nullable = (property: JsonObject): JsonObject => ({ anyOf: [property, { type: 'null' }], default: null })

function sample(name: string, kind: string, value: JsonValue, property: JsonObject, defs?: JsonObject): SchemaSample {
  return { name, kind, value, property, ...(defs === undefined ? {} : { defs }) }
}

/** The shapes that Pydantic v2 gives to fields, and some that only people write. */
export const SCHEMA_SAMPLES: readonly SchemaSample[] = [
  sample('float', 'number', 0.1, { type: 'number', title: 'Float' }),
  sample('float above', 'number', 0.1, { type: 'number', exclusiveMinimum: 0 }),
  sample('float between', 'number', 0.5, { type: 'number', minimum: 0, maximum: 1 }),
  sample('float step', 'number', 0.25, { type: 'number', multipleOf: 0.25 }),
  sample('optional float', 'number', null, nullable({ type: 'number' })),
  sample('optional float set', 'number', 2, nullable({ type: 'number' })),
  sample('int', 'integer', 3, { type: 'integer' }),
  sample('int between', 'integer', 3, { type: 'integer', minimum: 1, maximum: 9 }),
  sample('positive int', 'integer', 3, { type: 'integer', exclusiveMinimum: 0 }),
  sample('optional int', 'integer', null, nullable({ type: 'integer' })),
  sample('int or null by type list', 'integer', 1, { type: ['integer', 'null'] }),
  sample('bare bounds', 'number', 1, { minimum: 0 }),
  sample('str', 'text', 'a', { type: 'string' }),
  sample('str pattern', 'text', 'a1', { type: 'string', pattern: '^[a-z0-9]+$' }),
  sample('str long', 'text', 'a\nb', { type: 'string' }),
  sample('str length', 'text', 'abc', { type: 'string', minLength: 1, maxLength: 9 }),
  sample('optional str', 'text', null, nullable({ type: 'string' })),
  sample('path', 'text', '/data', { type: 'string', format: 'path' }),
  sample('date', 'text', '2026-01-01', { type: 'string', format: 'date' }),
  sample('bool', 'switch', true, { type: 'boolean' }),
  sample('optional bool', 'switch', null, nullable({ type: 'boolean' })),
  sample('enum', 'choice', 'red', { $ref: '#/$defs/Colour' }, COLOUR),
  sample('enum by allOf', 'choice', 'red', { allOf: [{ $ref: '#/$defs/Colour' }], default: 'red' }, COLOUR),
  sample(
    'enum with description',
    'choice',
    'red',
    { $ref: '#/$defs/Colour', description: 'Paint', default: 'red' },
    COLOUR,
  ),
  sample(
    'optional enum',
    'choice',
    null,
    { anyOf: [{ $ref: '#/$defs/Colour' }, { type: 'null' }], default: null },
    COLOUR,
  ),
  sample('literal', 'choice', 'a', { enum: ['a', 'b'], type: 'string' }),
  sample('literal of one', 'constant', 'a', { const: 'a', type: 'string' }),
  sample('literal numbers', 'choice', 16, { enum: [16, 32], type: 'integer' }),
  sample('mixed literal', 'choice', 'auto', { enum: ['auto', 1, false, null] }),
  sample('constants with titles', 'choice', 1, {
    oneOf: [
      { const: 1, title: 'One' },
      { const: 2, title: 'Two' },
    ],
  }),
  sample('constant', 'constant', 7, { const: 7 }),
  sample('null only', 'constant', null, { type: 'null' }),
  sample('secret', 'secret', 'secret://hf', { type: 'string', format: 'secret' }),
  sample('optional secret', 'secret', null, nullable({ type: 'string', format: 'secret' })),
  sample('list of int', 'list', [1, 2], { type: 'array', items: { type: 'integer' } }),
  sample('list of str', 'list', ['a'], { type: 'array', items: { type: 'string' } }),
  sample('empty list', 'list', [], { type: 'array', items: { type: 'number' } }),
  sample('list of anything', 'list', [1, 'a', null], { type: 'array', items: {} }),
  sample('bare list', 'list', [1], { type: 'array' }),
  sample('tuple', 'list', [1, 'a'], {
    type: 'array',
    prefixItems: [{ type: 'integer' }, { type: 'string' }],
    minItems: 2,
    maxItems: 2,
  }),
  sample(
    'set of enum',
    'choices',
    ['red'],
    { type: 'array', items: { $ref: '#/$defs/Colour' }, uniqueItems: true },
    COLOUR,
  ),
  sample('list of literals', 'choices', ['a'], { type: 'array', items: { enum: ['a', 'b'] } }),
  sample(
    'list of models',
    'list',
    [{ size: 1, bias: false }],
    { type: 'array', items: { $ref: '#/$defs/Layer' } },
    LAYER,
  ),
  sample('list of lists', 'list', [[1], [2, 3]], {
    type: 'array',
    items: { type: 'array', items: { type: 'number' } },
  }),
  sample('optional list', 'list', null, nullable({ type: 'array', items: { type: 'integer' } })),
  sample('model', 'group', { size: 2 }, { $ref: '#/$defs/Layer' }, LAYER),
  sample(
    'optional model',
    'group',
    null,
    { anyOf: [{ $ref: '#/$defs/Layer' }, { type: 'null' }], default: null },
    LAYER,
  ),
  sample(
    'optional model set',
    'group',
    { size: 2, bias: true },
    { anyOf: [{ $ref: '#/$defs/Layer' }, { type: 'null' }] },
    LAYER,
  ),
  sample(
    'nested model',
    'group',
    { inner: { size: 1 } },
    { type: 'object', properties: { inner: { $ref: '#/$defs/Layer' } } },
    LAYER,
  ),
  sample(
    'model of two parts',
    'group',
    { size: 1, extra: 2 },
    { allOf: [{ $ref: '#/$defs/Layer' }, { type: 'object', properties: { extra: { type: 'integer' } } }] },
    LAYER,
  ),
  sample('recursive model', 'group', { value: 1, next: { value: 2, next: null } }, { $ref: '#/$defs/Node' }, NODE),
  sample('dict', 'group', { a: 1 }, { type: 'object', additionalProperties: { type: 'number' } }),
  sample(
    'dict of models',
    'group',
    { a: { size: 1 } },
    { type: 'object', additionalProperties: { $ref: '#/$defs/Layer' } },
    LAYER,
  ),
  sample('dict of anything', 'group', { a: [1, { b: 2 }] }, { type: 'object', additionalProperties: true }),
  sample('empty dict', 'group', {}, { type: 'object', additionalProperties: { type: 'string' } }),
  sample('dict by pattern', 'group', { x1: 1 }, { type: 'object', patternProperties: { '^x': { type: 'integer' } } }),
  sample(
    'closed model',
    'group',
    { a: 1 },
    { type: 'object', properties: { a: { type: 'integer' } }, additionalProperties: false },
  ),
  sample('int or str', 'union', 3, { anyOf: [{ type: 'integer' }, { type: 'string' }] }),
  sample('int or float', 'union', 0.5, { anyOf: [{ type: 'integer' }, { type: 'number' }] }),
  sample('number or list', 'union', [1, 2], {
    anyOf: [{ type: 'number' }, { type: 'array', items: { type: 'number' } }],
  }),
  sample('type list', 'union', 'a', { type: ['string', 'number', 'null'] }),
  sample(
    'tagged union',
    'union',
    { kind: 'dog', loud: false },
    {
      discriminator: { propertyName: 'kind', mapping: { cat: '#/$defs/Cat', dog: '#/$defs/Dog' } },
      oneOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }],
    },
    PETS,
  ),
  sample(
    'plain union of models',
    'union',
    { kind: 'cat', lives: 3 },
    { anyOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }] },
    PETS,
  ),
  sample(
    'optional union',
    'union',
    null,
    { anyOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }, { type: 'null' }] },
    PETS,
  ),
  sample(
    'list of unions',
    'list',
    [{ kind: 'cat' }, { kind: 'dog' }],
    { type: 'array', items: { anyOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }] } },
    PETS,
  ),
  sample('model or text', 'union', 'auto', { anyOf: [{ $ref: '#/$defs/Layer' }, { type: 'string' }] }, LAYER),
  sample(
    'conditional keys',
    'group',
    { mode: 'fast', speed: 2 },
    {
      type: 'object',
      properties: { mode: { enum: ['fast', 'slow'] } },
      if: { properties: { mode: { const: 'fast' } } },
      // eslint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      then: { properties: { speed: { type: 'integer' } } },
      else: { properties: { patience: { type: 'integer' } } },
    },
  ),
  sample('anything, a number', 'number', 1, {}),
  sample('anything, an object', 'group', { deep: [{ er: 1 }] }, {}),
  sample('anything, null', 'any', null, { description: 'Whatever' }),
  sample('open schema', 'list', [1, 2], { title: 'Open' }),
]
