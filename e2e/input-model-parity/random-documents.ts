import { type JsonObject, type JsonValue, flattenInputs, isJsonObject, setInput } from '@slipway/core'
import * as fc from 'fast-check'

/** Chooses by a seed, so that a failing document can be made again. */
export class Choices {
  #state: number

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0
  }

  below(count: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * count)
  }

  oneOf<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  happens(percent: number): boolean {
    return this.below(100) < percent
  }
}

const TRICKY_TEXTS = [
  '',
  ' ',
  'yes',
  'no',
  'null',
  '~',
  'on',
  '1e-3',
  '1e5',
  '010',
  '0x1F',
  '1:30',
  '1_000',
  '.5',
  '1.',
  '-',
  '?',
  '=',
  '<<',
  '2024-01-01',
  'a: b',
  'a #b',
  '#c',
  "it's",
  'say "hi"',
  'back\\slash',
  'tab\there',
  'two\nlines',
  'two\nlines\n',
  'ende ',
  ' start',
  '[x]',
  '{y}',
  '*z',
  '&z',
  '!t',
  '%p',
  '@a',
  '`b',
  'a,b',
  'ключ',
  '日本',
  '😀',
  'http://x.y/z?q=1',
  '...',
  '---',
  'true',
  '.inf',
  '.nan',
  'y',
  '\u0085',
  '\u2028',
  '\u00a0',
  '-1',
  '+1',
  '0o7',
  'a:',
  ':a',
  '1e400',
  '12e03',
  '-.5',
]

const KEYS = [
  'lr',
  'batch',
  'model',
  'a',
  'b',
  'c',
  'opt',
  'x y',
  'a.b',
  'ключ',
  '1',
  'true',
  'constructor',
  '__proto__',
  'yes',
  'a-b',
  'k:1',
]

const text = fc.oneof(
  fc.constantFrom(...TRICKY_TEXTS),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const number = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(1e21, 1e-7, 1.5e-9, 0.1, 1e5, -2.5, 3e300),
)

/** A scalar; without `null` for formats that have none. */
export function scalarArbitrary(hasNull: boolean): fc.Arbitrary<JsonValue> {
  const scalars: fc.Arbitrary<JsonValue>[] = [text, number, fc.boolean()]
  return hasNull ? fc.oneof(...scalars, fc.constant(null)) : fc.oneof(...scalars)
}

/** A value that is not an object: a scalar or a list of anything. */
export function leafArbitrary(hasNull: boolean): fc.Arbitrary<JsonValue> {
  const scalar = scalarArbitrary(hasNull)
  const item = fc.oneof(
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...KEYS), scalar, { maxKeys: 2 }) },
  )
  return fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(item, { maxLength: 4 }) })
}

/** A config of a few levels. */
export function treeArbitrary(hasNull: boolean): fc.Arbitrary<JsonObject> {
  const { tree } = fc.letrec<{ tree: JsonObject; value: JsonValue }>((tie) => ({
    tree: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { selector: ([key]) => key, maxLength: 5 })
      .map((pairs) => Object.fromEntries(pairs)),
    value: fc.oneof(
      { maxDepth: 3 },
      { weight: 3, arbitrary: leafArbitrary(hasNull) },
      { weight: 2, arbitrary: tie('tree') },
    ),
  }))
  return tree
}

/** Overrides that fit a config: other values for some leaves, and some new keys in its mappings. */
export function overridesFor(tree: JsonObject, values: readonly JsonValue[], choices: Choices): JsonObject {
  const leaves = flattenInputs(tree)
  let overrides: JsonObject = {}
  for (const value of values) {
    const leaf = leaves.length === 0 ? undefined : choices.oneOf(leaves)
    const isNew = leaf === undefined || choices.happens(25)
    const parent = leaf?.path.slice(0, choices.below(leaf.path.length)) ?? []
    const path = isNew ? [...parent, `new ${choices.below(3)}`] : leaf.path
    if (!isNew && isJsonObject(leaf.value)) continue
    if (overlaps(overrides, path)) continue
    overrides = setInput(overrides, path, isNew && choices.happens(20) ? { deep: { value } } : value)
  }
  return overrides
}

function overlaps(overrides: JsonObject, path: readonly string[]): boolean {
  return flattenInputs(overrides).some(
    (entry) =>
      entry.path.every((key, index) => path[index] === key) || path.every((key, index) => entry.path[index] === key),
  )
}
