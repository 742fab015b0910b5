import { describe, expect, test } from 'vitest'
import { ANY_INPUTS } from './any-inputs.ts'
import { composeInputs, type InputLayer } from './input-layers.ts'
import { collectLaunchOrigins, readLaunchOrigins, writeLaunchOrigins } from './launch-origins.ts'
import { formatLaunchSpec, parseLaunchSpec } from './launch-spec.ts'

const layers: readonly InputLayer[] = [
  { origin: { kind: 'run', path: 'ann/p/r1' }, overrides: { config: { a: 1, b: 1 }, files: {} }, removals: [] },
  {
    origin: { kind: 'preset', name: 'ann/fast', version: 2 },
    overrides: { config: { b: 2 }, files: { 'c.yaml': { 'x.y': 1 } } },
    removals: [{ file: 'c.yaml', path: ['z'] }],
  },
  { origin: { kind: 'command-line', text: 'b=3' }, overrides: { config: { b: 3 }, files: {} }, removals: [] },
  { origin: { kind: 'command-line', text: 'd=4' }, overrides: { config: { d: 4 }, files: {} }, removals: [] },
  { origin: { kind: 'item', id: '1-2' }, overrides: { config: {}, files: {} }, removals: [] },
  { origin: { kind: 'file', name: 'l.json' }, overrides: { config: { e: 5 }, files: {} }, removals: [] },
]

describe('where the inputs of a launch come from', () => {
  test('each input belongs to the last layer that sets it, and a layer without any is still named', () => {
    const origins = collectLaunchOrigins(layers, composeInputs(ANY_INPUTS, layers))
    expect(origins.map(({ origin, inputs }) => [origin.kind, inputs])).toEqual([
      ['run', ['a']],
      ['preset', ['c.yaml:x\\.y', 'c.yaml:z']],
      ['command-line', ['b', 'd']],
      ['item', []],
      ['file', ['e']],
    ])
  })

  test('is written into the launch spec and read back, over its text too', () => {
    const origins = collectLaunchOrigins(layers, composeInputs(ANY_INPUTS, layers))
    const spec = writeLaunchOrigins(parseLaunchSpec({ job: 'j' }), origins)
    const again = parseLaunchSpec(JSON.parse(JSON.stringify(formatLaunchSpec(spec))))
    expect(readLaunchOrigins(again)).toEqual(origins)
    expect(readLaunchOrigins(writeLaunchOrigins(again, []))).toEqual([])
    expect(readLaunchOrigins(parseLaunchSpec({}))).toEqual([])
  })

  test.each([
    { kind: 'preset', preset: 'a/b' },
    { kind: 'preset', preset: 'a/b', version: '2' },
    { kind: 'nobody' },
    { kind: 'run', run: 3 },
    { kind: 'run', run: 'a/b/c', inputs: ['a..b'] },
    7,
  ])('%j is no origin', (entry) => {
    const spec = parseLaunchSpec({ _slipway_origins: [entry] })
    expect(() => readLaunchOrigins(spec)).toThrow('"_slipway_origins.0" is no origin of inputs')
  })
})
