import { type Node, parseTree } from 'jsonc-parser'
import type { ParsedConfigFile } from './parsed-config-file.ts'
import { InvalidInputError } from './errors.ts'
import { PathSet } from './path-set.ts'
import type { InputPath } from './input-path.ts'
import { maskBareNumbers } from './json-fault.ts'
import { type JsonObject, isJsonObject, parseJson } from './json.ts'
import { patchJsonText } from './patch-json.ts'
import { removeJsonKey } from './remove-json.ts'

const BYTE_ORDER_MARK = /^\uFEFF/u

/** Reads a JSON config file like Python's `json.load`: bare `NaN` and infinities are numbers, `1.0` and `1e3` floats. */
export function parseJsonConfig(path: string, text: string): ParsedConfigFile {
  const source = text.replace(BYTE_ORDER_MARK, '')
  const value = readJson(path, source)
  let floats: PathSet | null = null
  return {
    value,
    isFloat: (inputPath) => {
      floats ??= findFloats(source)
      return floats.has(inputPath)
    },
  }
}

/** Writes overrides into JSON text; what is not overridden keeps its bytes. */
export function patchJsonConfig(path: string, text: string, overrides: JsonObject): string {
  const source = text.replace(BYTE_ORDER_MARK, '')
  readJson(path, source)
  return text.slice(0, text.length - source.length) + patchJsonText(path, source, overrides)
}

/** Takes a key out of JSON text; all else keeps its bytes. */
export function removeFromJsonConfig(_path: string, text: string, removed: InputPath): string {
  const source = text.replace(BYTE_ORDER_MARK, '')
  return text.slice(0, text.length - source.length) + (removeJsonKey(source, removed) ?? source)
}

function readJson(path: string, source: string): JsonObject {
  const value = parseNamed(path, source)
  if (isJsonObject(value)) return value
  throw new InvalidInputError(
    `Cannot use "${path}" as a config file: it holds ${Array.isArray(value) ? 'a list' : 'a single value'}, not an object. Put the values under keys.`,
  )
}

function parseNamed(path: string, source: string): unknown {
  try {
    return parseJson(source)
  } catch (cause) {
    if (!(cause instanceof InvalidInputError)) throw cause
    throw new InvalidInputError(cause.message.replace('the JSON text', `"${path}"`), { cause })
  }
}

function findFloats(source: string): PathSet {
  const floats = new PathSet()
  const root = /\d[.eE]/u.test(source) ? parseTree(maskBareNumbers(source)) : undefined
  if (root !== undefined) collectFloats(root, source, [], floats)
  return floats
}

function collectFloats(node: Node, source: string, path: InputPath, floats: PathSet): void {
  if (node.type === 'number') {
    const text = source.slice(node.offset, node.offset + node.length)
    if (/[.eE]/u.test(text) && Number.isInteger(node.value)) floats.add(path)
  }
  for (const [index, child] of (node.children ?? []).entries()) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : []
    if (key !== undefined && value !== undefined) collectFloats(value, source, [...path, String(key.value)], floats)
    else if (node.type === 'array') collectFloats(child, source, [...path, String(index)], floats)
  }
}
