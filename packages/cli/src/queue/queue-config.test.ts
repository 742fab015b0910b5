import { expect, test } from 'vitest'
import { readQueueConfig } from './queue-config.ts'

test('the settings may stand alone', () => {
  expect(readQueueConfig('q.yaml', 'local-process', { environment: 'uv' })).toEqual({
    settings: { environment: 'uv' },
    templateVariables: {},
  })
})

test("the client's form is taken with its template variables", () => {
  const variables = { memory: { schema: { type: 'integer' } } }
  const file = { resource_args: { slurm: { mem: '{{memory}}' } }, template_variables: variables }
  expect(readQueueConfig('q.yaml', 'slurm', file)).toEqual({
    settings: { mem: '{{memory}}' },
    templateVariables: variables,
  })
})

test('settings for another resource are refused', () => {
  expect(() => readQueueConfig('q.yaml', 'slurm', { resource_args: { kubernetes: {} } })).toThrow(
    'its "resource_args" have nothing for slurm',
  )
})
