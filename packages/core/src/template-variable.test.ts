import { expect, test } from 'vitest'
import { nearestName } from './nearest-name.ts'
import { fillTemplate, findTemplateVariables, parseTemplateVariableSchema } from './template-variable.ts'

const variables = [
  { name: 'gpus', schema: { type: 'integer', minimum: 1, maximum: 4, default: 2 } },
  { name: 'zone', schema: { type: 'string', enum: ['a', '1'] } },
] as const

test('a hole alone takes the value with its type, a hole in a text is written out', () => {
  const config = { gpus: '{{gpus}}', args: ['--gpus={{ gpus }}', '{{zone}}', '{{other}}'], '{{gpus}}': 1 }
  expect(findTemplateVariables(config)).toEqual(['gpus', 'zone', 'other'])
  expect(fillTemplate(config, variables, { zone: '1', gpus: 3 })).toEqual({
    gpus: 3,
    args: ['--gpus=3', '1', '{{other}}'],
    '{{gpus}}': 1,
  })
})

test('a default fills what is not given', () => {
  expect(fillTemplate('{{gpus}}', variables, { zone: 'a' })).toBe(2)
})

test('each variable that is wrong is a problem of its own', () => {
  expect(() => fillTemplate({}, variables, { gpus: 5, zones: 'a' })).toThrow(
    'Template variable "gpus" was given 5; allowed is a whole number from 1 up to 4. ' +
      'Template variable "zone" needs a value: one of "a", "1". ' +
      'Template variable "zones" does not exist. Did you mean "zone"? The queue has: gpus, zone.',
  )
  expect(() => fillTemplate({}, variables, { gpus: '3', zone: 'a' })).toThrow('was given "3"')
})

test('a schema is read with "float" for "number", and refused when it is none', () => {
  expect(parseTemplateVariableSchema('x', { type: 'float', minimum: 0.5 })).toEqual({ type: 'number', minimum: 0.5 })
  expect(() => parseTemplateVariableSchema('x', { type: 'boolean' })).toThrow('"type" must be')
})

test('the nearest name is near', () => {
  expect(nearestName('learningrate', ['lr', 'learning_rate'])).toBe('learning_rate')
  expect(nearestName('Batch-Size', ['batch_size'])).toBe('batch_size')
  expect(nearestName('baths', ['batch', 'paths'])).toBe('paths')
  expect(nearestName('ab', ['ba'])).toBe('ba')
  expect(nearestName('seed', ['model', 'dataset'])).toBeNull()
})
