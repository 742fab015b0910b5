import { describe, expect, test } from 'vitest'
import { composeInputs, type InputLayer, type InputOrigin } from './input-layers.ts'
import { inferInputType } from './input-type.ts'
import type { JobInputGroup, JobInputs } from './job-inputs.ts'
import type { JsonObject } from './json.ts'

const group = (defaults: JsonObject): JobInputGroup => ({ type: inferInputType(defaults), schema: null, defaults })

const inputs: JobInputs = {
  config: group({ trainer: { lr: 0.1, model: 'resnet' }, seed: 1 }),
  files: { 'conf/a.yaml': group({ data: { path: 'x', size: 3 }, debug: true }) },
  isPartial: false,
  allowsExtraKeys: false,
}

const preset: InputOrigin = { kind: 'preset', name: 'fast', version: 3 }
const typed = (text: string): InputOrigin => ({ kind: 'command-line', text })

function layer(origin: InputOrigin, part: Partial<InputLayer['overrides']>, removals: InputLayer['removals'] = []) {
  return { origin, overrides: { config: {}, files: {}, ...part }, removals }
}

describe('layers of inputs', () => {
  test('later layers win, and each value knows where it comes from', () => {
    const composed = composeInputs(inputs, [
      layer(preset, { config: { trainer: { lr: 0.2, model: 'vit' } } }),
      layer(typed('trainer.lr=0.3'), { config: { trainer: { lr: 0.3 } } }),
    ])
    expect(composed.overrides).toEqual({ config: { trainer: { lr: 0.3, model: 'vit' } }, files: {} })
    const from = (...path: string[]) => composed.originOf({ file: null, path })
    expect(from('trainer', 'lr')).toEqual(typed('trainer.lr=0.3'))
    expect(from('trainer', 'model')).toEqual(preset)
    expect(from('seed')).toEqual({ kind: 'default' })
  })

  test('a file goes by the name that the job gives it, however it is written', () => {
    const composed = composeInputs(inputs, [
      layer(preset, { files: { './conf//a.yaml': { debug: false } } }),
      layer(typed('x'), { files: { 'conf/a.yaml': { data: { size: 4 } } } }),
    ])
    expect(composed.overrides.files).toEqual({ 'conf/a.yaml': { debug: false, data: { size: 4 } } })
    expect(composed.originOf({ file: 'conf/a.yaml', path: ['debug'] })).toEqual(preset)
  })

  test('a removal takes away what earlier layers set, and the default', () => {
    const data = { file: 'conf/a.yaml', path: ['data'] }
    const composed = composeInputs(inputs, [
      layer(preset, { files: { 'conf/a.yaml': { data: { size: 9 }, debug: false } } }),
      layer(typed('~conf/a.yaml:data'), {}, [data]),
    ])
    expect(composed.overrides.files).toEqual({ 'conf/a.yaml': { debug: false } })
    expect(composed.removals).toEqual([data])
    expect(composed.originOf({ file: 'conf/a.yaml', path: ['data', 'size'] })).toEqual(typed('~conf/a.yaml:data'))
  })

  test('what is set after a removal is laid on what the removal left', () => {
    const data = { file: 'conf/a.yaml', path: ['data'] }
    const composed = composeInputs(inputs, [
      layer(typed('~'), {}, [data]),
      layer(typed('+'), { files: { 'conf/a.yaml': { data: { url: 'u' } } } }),
    ])
    expect(composed.removals).toEqual([data])
    expect(composed.overrides.files).toEqual({ 'conf/a.yaml': { data: { url: 'u' } } })
    expect(composed.originOf({ file: 'conf/a.yaml', path: ['data', 'url'] })).toEqual(typed('+'))
    expect(composed.originOf({ file: 'conf/a.yaml', path: ['data', 'size'] })).toEqual(typed('~'))
  })

  test('a removal of what only an earlier layer added needs nothing more', () => {
    const composed = composeInputs(inputs, [
      layer(preset, { config: { extra: { a: 1 }, seed: 2 } }),
      layer(typed('~extra.a'), {}, [{ file: null, path: ['extra', 'a'] }]),
    ])
    expect(composed.overrides.config).toEqual({ seed: 2 })
    expect(composed.removals).toEqual([])
  })

  test('a removal of what nobody knows stays, so that it can be refused', () => {
    const typo = { file: 'conf/a.yaml', path: ['debgu'] }
    expect(composeInputs(inputs, [layer(typed('~'), {}, [typo])]).removals).toEqual([typo])
  })
})
