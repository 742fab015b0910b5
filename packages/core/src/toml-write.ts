import { type JsonValue, isJsonObject } from './json.ts'

const DATE =
  /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})?)?$|^\d{2}:\d{2}:\d{2}(?:\.\d+)?$/u

/** What the value that is replaced looked like, so that the new one looks the same where it can. */
export interface TomlOldValue {
  readonly kind: 'float' | 'date' | 'literal' | 'other'
}

/** Writes a key, quoted where it must be. */
export function writeTomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/u.test(key) ? key : writeText(key)
}

/** Writes a value on one line. TOML has no null: returns null where the value holds one. */
export function writeTomlValue(value: JsonValue, old: TomlOldValue = { kind: 'other' }): string | null {
  if (value === null) return null
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value, old.kind === 'float')
  if (typeof value === 'string') {
    if (old.kind === 'date' && DATE.test(value)) return value
    // eslint-disable-next-line no-control-regex -- a literal string cannot hold control characters
    return old.kind === 'literal' && !/['\u0000-\u001f\u007f]/u.test(value) ? `'${value}'` : writeText(value)
  }
  const isList = !isJsonObject(value)
  const parts = isList
    ? value.map((item) => writeTomlValue(item))
    : Object.entries(value).map(([key, item]) => joinPair(writeTomlKey(key), writeTomlValue(item)))
  if (parts.includes(null)) return null
  if (parts.length === 0) return isList ? '[]' : '{}'
  return isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
}

function joinPair(key: string, value: string | null): string | null {
  return value === null ? null : `${key} = ${value}`
}

function writeNumber(value: number, isFloat: boolean): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (Object.is(value, -0)) return '-0.0'
  // TOML integers end at 64 bits.
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 63 && !isFloat) return BigInt(value).toString()
  const text = String(value)
  return /[.e]/u.test(text) ? text : `${text}.0`
}

function writeText(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', String.raw`\u007F`)
}
