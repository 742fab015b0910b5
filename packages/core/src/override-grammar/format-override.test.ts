import { describe, expect, test } from 'vitest'
import { ANY_INPUTS } from '../any-inputs.ts'
import { inferInputType } from '../input-type.ts'
import type { JobInputs } from '../job-inputs.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import { formatOverride, formatRemoval } from './format-override.ts'
import { readOverrides } from './read-overrides.ts'

const DEFAULTS: JsonObject = { lr: 0.1, on: true, name: 'a', layers: [1], 'a=b': { '+c': 1 }, any: null }
const INPUTS: JobInputs = {
  config: { type: inferInputType(DEFAULTS), schema: null, defaults: DEFAULTS },
  files: { 'conf/c.yaml': { type: inferInputType({ x: 'a' }), schema: null, defaults: { x: 'a' } } },
  isPartial: false,
  allowsExtraKeys: false,
}
const config = (...path: readonly string[]) => ({ file: null, path })

describe('an override is written', () => {
  test.each([
    [config('lr'), 0.5, 'lr=0.5'],
    [config('on'), false, 'on=false'],
    [config('name'), '1e-3, what "now"?', 'name=1e-3, what "now"?'],
    [config('name'), 'null', 'name=null'],
    [config('layers'), [64, 'a b'], 'layers=[64,"a b"]'],
    [config('any'), 'null', 'any="null"'],
    [config('any'), null, 'any=null'],
    [config('any'), { b: { d: 1 } }, 'any={b:{d:1}}'],
    [config('a=b', '+c'), 2, String.raw`a\=b.+c=2`],
    [{ file: 'conf/c.yaml', path: ['x'] }, ' spaced ', 'conf/c.yaml:x=" spaced "'],
  ] as const)('%j with %j', (address, value, text) => {
    const written = formatOverride(INPUTS, address, value)
    expect(written).toBe(text)
    expectSame(INPUTS, address, value, written)
  })

  test('with a plus where the job takes further keys', () => {
    const open = { ...INPUTS, allowsExtraKeys: true }
    expect(formatOverride(open, config('more'), 1)).toBe('++more=1')
    expect(formatOverride(open, config('lr'), 1)).toBe('lr=1')
  })

  test('so that any value comes back, or not at all', () => {
    const draw = generator(7)
    let written = 0
    for (let index = 0; index < 3000; index += 1) {
      const value = randomValue(draw, 3)
      const inputs = draw(2) === 0 ? INPUTS : ANY_INPUTS
      const address = config(['any', 'name', 'layers', 'x y'][draw(inputs === ANY_INPUTS ? 4 : 3)] ?? 'any')
      const text = formatOverride(inputs, address, value)
      if (text === null) continue
      written += 1
      expectSame(inputs, address, value, text)
    }
    expect(written).toBeGreaterThan(2000)
  })

  test('as a removal', () => {
    expect(formatRemoval({ file: 'c.yaml', path: ['a', 'b'] })).toBe('~c.yaml:a.b')
  })
})

function expectSame(
  inputs: JobInputs,
  address: { readonly file: string | null; readonly path: readonly string[] },
  value: JsonValue,
  text: string | null,
): void {
  if (text === null) return
  const [layer] = readOverrides([text], inputs, [])
  const tree = address.file === null ? layer?.overrides.config : layer?.overrides.files[address.file]
  const read = address.path.reduce<JsonValue | undefined>(
    (at, key) => (at === undefined || at === null || typeof at !== 'object' ? undefined : (at as JsonObject)[key]),
    tree,
  )
  expect(read).toEqual(value)
}

/** Whole numbers below a bound, the same ones each time. */
function generator(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % bound
  }
}

const PIECES = ['a', '"', "'", '\\', ' ', ',', '=', '[', '}', ':', '$', '{', '1', 'é', '\n', '(', ';', 'true', '-', '.']

function randomValue(draw: (bound: number) => number, depth: number): JsonValue {
  const kind = draw(depth === 0 ? 4 : 6)
  if (kind === 0) return draw(1000) / 8
  if (kind === 1) return draw(2) === 0
  if (kind === 2) return draw(3) === 0 ? null : draw(100)
  if (kind === 3) return Array.from({ length: draw(6) }, () => PIECES[draw(PIECES.length)]).join('')
  if (kind === 4) return Array.from({ length: draw(3) }, () => randomValue(draw, depth - 1))
  return Object.fromEntries(
    Array.from({ length: draw(3) }, (): [string, JsonValue] => [`k${draw(9)}`, randomValue(draw, depth - 1)]),
  )
}
