import { expect, test } from 'vitest'
import { ANY_INPUTS } from './any-inputs.ts'
import type { JobInputs } from './job-inputs.ts'
import { pickInputs } from './pick-inputs.ts'

const inputs: JobInputs = {
  config: {
    type: {
      kind: 'object',
      fields: { a: { kind: 'object', fields: { b: { kind: 'int' } } }, open: { kind: 'any' } },
    },
    schema: null,
    defaults: {},
  },
  files: { 'c.yaml': { type: { kind: 'object', fields: { x: { kind: 'int' } } }, schema: null, defaults: {} } },
  isPartial: false,
  allowsExtraKeys: false,
}

test('of the values of a run those are taken that are inputs, whatever their type has become', () => {
  const config = { a: { b: 'text', c: 1 }, open: { z: 1 }, seed: 2 }
  const files = { './c.yaml': { x: 1, y: 2 }, 'd.yaml': { x: 1 } }
  expect(pickInputs(inputs, { config, files })).toEqual({
    config: { a: { b: 'text' }, open: { z: 1 } },
    files: { 'c.yaml': { x: 1 } },
  })
  expect(pickInputs(ANY_INPUTS, { config, files })).toEqual({ config, files })
})
