import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '@slipway/core'

/** The two documents of a run whose values are kept one by one. */
export type ValueRoot = 'config' | 'summary'

/**
 * A value as it is stored to be sorted and compared. What is no number has a `number` below all numbers that tells its
 * type, so that one index sorts all values: null, booleans, texts, lists, objects, numbers.
 */
export interface RunValue {
  readonly root: ValueRoot
  /** The keys joined with dots; one inside a key is written `\.`. */
  readonly path: string
  readonly number: number
  /** The beginning of a text; `true` or `false`; JSON text of lists and objects; empty for numbers. */
  readonly text: string
  /** Whether `text` is not the whole value. */
  readonly isCut: boolean
}

export const TYPE_RANKS = { null: -1.7e308, boolean: -1.69e308, string: -1.68e308, array: -1.67e308, object: -1.66e308 }
/** Every number that a run has is stored as one above this. */
export const BELOW_NUMBERS = -1.65e308
/** Longer texts are stored in part: an index of Postgres takes 2,700 bytes. */
export const MAX_TEXT = 200
const MAX_PATH = 300
const MAX_VALUES = 1000

/** The values of a document; `isWhole` is false when there are more than are kept, or some that cannot be. */
export function flattenRunValues(
  root: ValueRoot,
  strictText: string,
): { readonly values: readonly RunValue[]; readonly isWhole: boolean } {
  const document = parseJson(strictText)
  const values = new Map<string, RunValue>()
  let isWhole = true

  function add(path: string, value: JsonValue): void {
    if (values.size >= MAX_VALUES || path.length > MAX_PATH) {
      isWhole = false
      return
    }
    values.set(path, { root, path, ...encodeRunValue(value) })
    if (!isJsonObject(value)) return
    for (const [key, item] of Object.entries(value)) step(`${path}.`, key, item)
  }

  function step(prefix: string, key: string, value: JsonValue): void {
    if (isKeyStored(key)) add(prefix + escapeKey(key), value)
  }

  for (const [key, value] of Object.entries(isJsonObject(document) ? document : {})) {
    const unwrapped = root === 'config' ? unwrap(value) : value
    if (unwrapped !== undefined && !isInternal(root, key)) step('', key, unwrapped)
  }
  return { values: [...values.values()], isWhole }
}

/** The path of keys in the form in which it is stored; null where it cannot be: then the JSON has to be read. */
export function storedPath(root: ValueRoot, keys: readonly string[]): string | null {
  if (isInternal(root, keys[0] ?? '') || !keys.every(isKeyStored)) return null
  return keys.map(escapeKey).join('.')
}

/** How a value is sorted and compared. */
function encodeRunValue(value: JsonValue): Pick<RunValue, 'number' | 'text' | 'isCut'> {
  if (typeof value === 'number') return { number: Math.max(value, BELOW_NUMBERS / 1.01), text: '', isCut: false }
  if (value === null) return { number: TYPE_RANKS.null, text: '', isCut: false }
  if (typeof value === 'boolean') return { number: TYPE_RANKS.boolean, text: String(value), isCut: false }
  if (typeof value === 'string') return { number: TYPE_RANKS.string, ...cut(value) }
  return { number: Array.isArray(value) ? TYPE_RANKS.array : TYPE_RANKS.object, ...cut(JSON.stringify(value)) }
}

/** Half of a surrogate pair, which a cut may leave, is nothing that Postgres stores. */
function cut(text: string): { readonly text: string; readonly isCut: boolean } {
  return text.length <= MAX_TEXT
    ? { text, isCut: false }
    : { text: text.slice(0, MAX_TEXT).replace(/[\uD800-\uDBFF]$/u, ''), isCut: true }
}

/** The stored form of a config keeps each value under `value`. Source: wandb client protocol. */
function unwrap(value: JsonValue): JsonValue | undefined {
  const wrapped: JsonObject | null = isJsonObject(value) ? value : null
  return wrapped !== null && Object.hasOwn(wrapped, 'value') ? wrapped['value'] : undefined
}

/** What the client writes about itself is long and searched by nobody. */
function isInternal(root: ValueRoot, key: string): boolean {
  return root === 'config' && key === '_wandb'
}

/** A backslash beside a dot could be read in two ways. */
function isKeyStored(key: string): boolean {
  return !key.includes('\\')
}

function escapeKey(key: string): string {
  return key.replaceAll('.', String.raw`\.`)
}
