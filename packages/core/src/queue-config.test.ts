import { expect, test } from 'vitest'
import { parseResourceConfig } from './queue-config.ts'

const read = (settings: object, variables: object | null = null, resource = 'slurm') =>
  parseResourceConfig(
    resource,
    JSON.stringify({ resource_args: { [resource]: settings } }),
    variables === null ? null : JSON.stringify(variables),
  )

test('holes without a declaration and declarations without a hole are told', () => {
  const { warnings, templateVariables } = read({ mem: '{{memory}}G' }, { cpus: { schema: { type: 'integer' } } })
  expect(templateVariables).toMatchObject([{ name: 'cpus', schema: { type: 'integer' } }])
  expect(warnings).toEqual([
    '"{{memory}}" is in the config but no template variable of that name is declared; it stays as it is.',
    'Template variable "cpus" is declared but "{{cpus}}" is not in the config.',
  ])
})

test('a default that a launch could not use is told', () => {
  const schema = { type: 'integer', minimum: 1, maximum: 8, default: 9 }
  expect(read({ mem: '{{memory}}' }, { memory: { schema } }).warnings).toEqual([
    'The default of template variable "memory" was given 9; allowed is a whole number from 1 up to 8.',
  ])
})

test.each([
  ['an unknown resource', () => read({}, null, 'mainframe'), '"mainframe" is none of local-process'],
  [
    'settings of another resource',
    () => parseResourceConfig('slurm', '{"resource_args": {"kubernetes": {}}}', null),
    'has settings for "kubernetes"',
  ],
  [
    'settings that are no object',
    () => parseResourceConfig('slurm', '{"resource_args": {"slurm": [1]}}', null),
    'must be an object',
  ],
  ['a variable without a type', () => read({}, { memory: { schema: {} } }), '"type" must be'],
])('%s is refused', (_, act, message) => {
  expect(act).toThrow(message)
})
