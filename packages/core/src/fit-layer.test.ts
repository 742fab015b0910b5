import { describe, expect, test } from 'vitest'
import { fitLayer } from './fit-layer.ts'
import type { InputLayer } from './input-layers.ts'
import type { JobInputs } from './job-inputs.ts'

const inputs: JobInputs = {
  config: {
    type: {
      kind: 'object',
      fields: { lr: { kind: 'float' }, model: { kind: 'object', fields: { depth: { kind: 'int' } } } },
    },
    schema: null,
    defaults: { lr: 0.1, model: { depth: 2 } },
  },
  files: {
    'c.yaml': { type: { kind: 'object', fields: { tag: { kind: 'str' } } }, schema: null, defaults: { tag: 'x' } },
  },
  isPartial: false,
  allowsExtraKeys: false,
}

const aLayer = (layer: Partial<InputLayer>): InputLayer => ({
  origin: { kind: 'preset', name: 'ann/fast', version: 1 },
  overrides: { config: {}, files: {} },
  removals: [],
  ...layer,
})

describe('a layer of another version', () => {
  test('that fits stays as it is', () => {
    const layer = aLayer({ overrides: { config: { lr: 1, model: { depth: 3 } }, files: { 'c.yaml': { tag: 'y' } } } })
    expect(fitLayer(inputs, layer)).toEqual({ layer, problems: [] })
  })

  test('loses what is no input and what is of another type, and says so path by path', () => {
    const config = { lr: 'high', gone: { a: 1, b: 2 }, model: { depth: 3, width: 4 } }
    const files = { 'c.yaml': { tag: 'y', old: 1 }, 'd.yaml': { a: 1 } }
    const { layer, problems } = fitLayer(inputs, aLayer({ overrides: { config, files } }))
    expect(layer.overrides).toEqual({ config: { model: { depth: 3 } }, files: { 'c.yaml': { tag: 'y' } } })
    expect(problems.map(({ path }) => path)).toEqual(['lr', 'gone.a', 'gone.b', 'model.width', 'c.yaml:old', 'd.yaml:'])
  })

  test('loses a scalar where there is a group now, and a group where there is a scalar', () => {
    const { layer, problems } = fitLayer(
      inputs,
      aLayer({ overrides: { config: { model: 3, lr: { a: 1 } }, files: {} } }),
    )
    expect(problems.map(({ path }) => path)).toEqual(['model', 'lr'])
    expect(layer.overrides.config).toEqual({})
  })

  test('loses a value that the schema refuses, and not what another layer may give', () => {
    const schema = {
      type: 'object',
      properties: { lr: { type: 'number', maximum: 1 }, must: { type: 'string' } },
      required: ['must'],
    }
    const group = { ...(inputs.config ?? { type: { kind: 'any' as const }, defaults: {} }), schema }
    const { layer, problems } = fitLayer(
      { ...inputs, config: group },
      aLayer({ overrides: { config: { lr: 7, model: { depth: 1 } }, files: {} } }),
    )
    expect(problems.map(({ path }) => path)).toEqual(['lr'])
    expect(layer.overrides.config).toEqual({ model: { depth: 1 } })
  })

  test('does not take away what is not there', () => {
    const removals = [
      { file: 'c.yaml', path: ['tag'] },
      { file: 'c.yaml', path: ['old'] },
    ]
    const { layer, problems } = fitLayer(inputs, aLayer({ removals }))
    expect(layer.removals).toEqual([removals[0]])
    expect(problems.map(({ path }) => path)).toEqual(['c.yaml:old'])
  })
})
