import { InvalidInputError } from '@slipway/core'

const MAX_DEPTH = 100

/**
 * Writes a value as JSON text, in which NaN and the infinities stay as bare words, as the client sends them. Throws
 * InvalidInputError for what JSON cannot hold, with the path to it; `where` is what the path belongs to.
 */
export function toJsonText(value: unknown, where: string): string {
  return encode(value, where, 0)
}

function encode(value: unknown, path: string, depth: number): string {
  switch (typeof value) {
    case 'number':
    case 'boolean':
      return String(value)
    case 'string':
      return JSON.stringify(value)
    case 'object':
      return value === null ? 'null' : encodeObject(value, path, depth)
    case 'bigint':
      throw refusal(path, 'a bigint', 'Convert it by Number(...) or String(...).')
    case 'undefined':
    case 'function':
    case 'symbol':
      throw refusal(path, typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`, 'Give a value.')
    default:
      throw refusal(path, typeof value, 'Give a value.')
  }
}

function encodeObject(value: object, path: string, depth: number): string {
  if (depth > MAX_DEPTH)
    throw refusal(path, `nested more than ${MAX_DEPTH} levels deep, or part of itself`, 'Flatten it.')
  if (Array.isArray(value)) return encodeList(value, path, depth)
  if (ArrayBuffer.isView(value)) return encodeNumbers(value, path, depth)
  if ('toJSON' in value && typeof value.toJSON === 'function') return encode(value.toJSON(), path, depth + 1)
  // Numbers, texts and truth values in objects of their own.
  const primitive: unknown = value.valueOf()
  if (typeof primitive !== 'object') return encode(primitive, path, depth + 1)
  const kind = unsuitable.find((type) => value instanceof type)?.name
  if (kind !== undefined) throw refusal(path, `a ${kind}`, adviceByKind[kind] ?? 'Give a plain object or a list.')
  const entries: string[] = []
  for (const [key, item] of Object.entries(value)) {
    // As in every JSON writer, so that optional values need no special treatment.
    if (item !== undefined) entries.push(`${JSON.stringify(key)}:${encode(item, `${path}.${key}`, depth + 1)}`)
  }
  return `{${entries.join(',')}}`
}

function encodeList(list: readonly unknown[], path: string, depth: number): string {
  return `[${list.map((item, index) => encode(item, `${path}[${index}]`, depth + 1)).join(',')}]`
}

function encodeNumbers(view: ArrayBufferView, path: string, depth: number): string {
  if (!(Symbol.iterator in view)) throw refusal(path, 'a DataView', 'Give a list of numbers.')
  return encodeList([...(view as unknown as Iterable<unknown>)], path, depth)
}

const unsuitable = [Map, Set, WeakMap, WeakSet, Promise, Error, RegExp, ArrayBuffer]
const adviceByKind: Readonly<Record<string, string>> = {
  Promise: 'Await it first.',
  Map: 'Convert it by Object.fromEntries(...).',
  Set: 'Convert it by [...set].',
  Error: 'Give its message.',
}

function refusal(path: string, what: string, advice: string): InvalidInputError {
  return new InvalidInputError(`Cannot store ${path}: it is ${what}, which JSON cannot hold. ${advice}`, {
    problems: [{ path, message: `It is ${what}. ${advice}` }],
  })
}
