import { getLocation } from 'jsonc-parser'
import type { ConfigFileFormat } from '../config-file.ts'
import type { InputPath } from '../input-path.ts'

/** What is being written at a place of a text that need not be readable yet. */
export interface TextContext {
  readonly kind: 'key' | 'value' | 'table'
  /** The group whose key, or the input whose value, is being written. Elements of lists go by a place of their list. */
  readonly path: InputPath
  /** Where what is being written begins. */
  readonly from: number
}

/** Finds out what is being written at an offset; null where nothing of the inputs is, such as in a comment. */
export function textContext(format: ConfigFileFormat, text: string, offset: number): TextContext | null {
  switch (format) {
    case 'yaml':
      return yamlContext(text, offset)
    case 'json':
      return jsonContext(text, offset)
    case 'toml':
      return tomlContext(text, offset)
  }
}

const YAML_LINE =
  /^(?<indent>\s*)(?<dashes>(?:-\s+)*)(?:(?<key>"(?:[^"\\]|\\.)*"|'[^']*'|[^\s#'"[\]{},:&*!|>%@`-][^:#]*?)\s*:(?=\s|$))?/u

function yamlContext(text: string, offset: number): TextContext | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(start, offset)
  if (/(?:^|\s)#/u.test(before)) return null
  const { indent = '', dashes = '', key } = YAML_LINE.exec(before)?.groups ?? {}
  const column = indent.length + dashes.length
  const above = yamlParents(text.slice(0, start), indent.length, dashes)
  if (key === undefined) {
    const word = before.slice(column)
    if (/^[\w.$-]*$/u.test(word)) return { kind: 'key', path: above, from: start + column }
    return null
  }
  const rest = before.slice(before.indexOf(':', column) + 1)
  const value = rest.trimStart()
  return { kind: 'value', path: [...above, unquote(key)], from: offset - value.length }
}

/** The keys that hold a line of this indent, by the lines above it. */
function yamlParents(above: string, indent: number, dashes: string): InputPath {
  const path: string[] = []
  let limit = indent + dashes.length
  let isElement = false
  for (const match of dashes.matchAll(/-\s+/gu)) {
    path.unshift('0')
    limit = Math.min(limit, indent + match.index)
    isElement = true
  }
  for (const line of above.split('\n').toReversed()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const { indent: white = '', dashes: marks = '', key } = YAML_LINE.exec(line)?.groups ?? {}
    const dashColumn = white.length
    const keyColumn = white.length + marks.length
    // A list may begin in the column of its own key.
    const isAbove = isElement ? keyColumn <= limit && marks === '' : keyColumn < limit
    if (key !== undefined && isAbove) {
      path.unshift(unquote(key))
      limit = keyColumn
      isElement = false
    }
    if (marks !== '' && dashColumn < limit) {
      path.unshift('0')
      limit = dashColumn
      isElement = true
    }
    if (limit === 0 && !isElement) break
  }
  return path
}

function unquote(key: string): string {
  return /^(?:".*"|'.*')$/u.test(key) ? key.slice(1, -1) : key
}

function jsonContext(text: string, offset: number): TextContext {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset)
  const steps = path.map(String)
  const isInside = previousNode !== undefined && previousNode.offset <= offset
  const end = previousNode === undefined ? 0 : previousNode.offset + previousNode.length
  const from = isInside && previousNode !== undefined && offset <= end ? previousNode.offset : offset
  return isAtPropertyKey ? { kind: 'key', path: steps.slice(0, -1), from } : { kind: 'value', path: steps, from }
}

function tomlContext(text: string, offset: number): TextContext | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(start, offset)
  const table = /^\s*\[+\s*(?<name>[\w.-]*)$/u.exec(before)
  if (table !== null) return { kind: 'table', path: [], from: offset - (table.groups?.['name']?.length ?? 0) }
  const above = tomlTable(text.slice(0, start))
  const key = /^\s*(?<name>[\w.-]*)$/u.exec(before)?.groups?.['name']
  if (key !== undefined) return { kind: 'key', path: above, from: offset - key.length }
  const line = /^\s*(?<name>[\w."'-]+)\s*=\s*(?<value>\S*)$/u.exec(before)?.groups
  if (line === undefined) return null
  const keys = (line['name'] ?? '').split('.').map(unquote)
  return { kind: 'value', path: [...above, ...keys], from: offset - (line['value']?.length ?? 0) }
}

function tomlTable(above: string): InputPath {
  const header = [...above.matchAll(/^\s*(?<open>\[\[?)\s*(?<name>[^[\]]+?)\s*\]/gmu)].at(-1)?.groups
  if (header === undefined) return []
  const keys = (header['name'] ?? '').split('.').map((key) => unquote(key.trim()))
  return header['open'] === '[[' ? [...keys, '0'] : keys
}
