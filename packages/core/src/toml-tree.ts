import type { AST } from 'toml-eslint-parser'
import { PathSet } from './path-set.ts'
import type { InputPath } from './input-path.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { setOwn } from './own-key.ts'

/** A table of a TOML file and all places in the text that add to it. */
export interface TomlTable {
  readonly kind: 'table'
  readonly path: InputPath
  readonly children: Map<string, TomlNode>
  /** `[a.b]` of this very table, or the top of the file for the root. */
  header: AST.TOMLTable | AST.TOMLTopLevelTable | null
  /** The last `a.b.key = value` line that adds to this table by a dotted key, and the path of the table it stands in. */
  dotted: { readonly line: AST.TOMLKeyValue; readonly container: InputPath } | null
  /** The first `[a.b.c]` below this table. */
  firstBelow: AST.TOMLTable | null
}

/** A value of a TOML file in the text. An inline table is a value. */
export interface TomlValue {
  readonly kind: 'value'
  readonly content: AST.TOMLContentNode
}

/** An array of tables, `[[a.b]]`: a list, told apart because it is spread over the file. */
interface TomlTables {
  readonly kind: 'tables'
  readonly items: TomlTable[]
}

type TomlNode = TomlTable | TomlValue | TomlTables

/** Gathers the tables of a parsed TOML file into one tree. The parser has refused double keys before. */
export function buildTomlTree(top: AST.TOMLTopLevelTable): TomlTable {
  const root = newTable([])
  root.header = top
  for (const item of top.body) {
    if (item.type === 'TOMLKeyValue') addLine(root, item)
    else addTable(root, item)
  }
  return root
}

/** The value of a table, with `floats` filled with the paths of whole numbers written as floats. Dates stay text. */
export function tomlTableValue(table: TomlTable, path: InputPath, floats: PathSet): JsonObject {
  const object: Record<string, JsonValue> = {}
  for (const [key, node] of table.children) setOwn(object, key, nodeValue(node, [...path, key], floats))
  return object
}

/** The keys of a dotted key. */
function tomlKeys(key: AST.TOMLKey): string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))
}

function newTable(path: InputPath): TomlTable {
  return { kind: 'table', path, children: new Map(), header: null, dotted: null, firstBelow: null }
}

function addLine(container: TomlTable, line: AST.TOMLKeyValue): void {
  const keys = tomlKeys(line.key)
  let table = container
  for (const key of keys.slice(0, -1)) {
    table = childTable(table, key)
    table.dotted = { line, container: container.path }
  }
  table.children.set(keys.at(-1) ?? '', { kind: 'value', content: line.value })
}

function addTable(root: TomlTable, item: AST.TOMLTable): void {
  const keys = tomlKeys(item.key)
  let table = root
  for (const key of keys.slice(0, -1)) {
    table = childTable(table, key)
    table.firstBelow ??= item
  }
  const last = keys.at(-1) ?? ''
  const target = item.kind === 'array' ? addItem(table, last) : childTable(table, last)
  target.header = item
  for (const line of item.body) addLine(target, line)
}

function addItem(table: TomlTable, key: string): TomlTable {
  const known = table.children.get(key)
  const items = known?.kind === 'tables' ? known.items : []
  const item = newTable([...table.path, key])
  items.push(item)
  table.children.set(key, { kind: 'tables', items })
  return item
}

function childTable(table: TomlTable, key: string): TomlTable {
  const known = table.children.get(key)
  if (known?.kind === 'table') return known
  const last = known?.kind === 'tables' ? known.items.at(-1) : undefined
  if (last !== undefined) return last
  const child = newTable([...table.path, key])
  table.children.set(key, child)
  return child
}

function nodeValue(node: TomlNode, path: InputPath, floats: PathSet): JsonValue {
  if (node.kind === 'table') return tomlTableValue(node, path, floats)
  if (node.kind === 'value') return contentValue(node.content, path, floats)
  return node.items.map((item, index) => tomlTableValue(item, [...path, String(index)], floats))
}

/** The value of what stands behind a key. */
export function tomlContentValue(content: AST.TOMLContentNode): JsonValue {
  return contentValue(content, [], new PathSet())
}

function contentValue(content: AST.TOMLContentNode, path: InputPath, floats: PathSet): JsonValue {
  if (content.type === 'TOMLArray') {
    return content.elements.map((element, index) => contentValue(element, [...path, String(index)], floats))
  }
  if (content.type === 'TOMLInlineTable') return tomlTableValue(inlineTable(content, path), path, floats)
  if (content.kind === 'float') {
    if (Number.isInteger(content.value)) floats.add(path)
    return content.value
  }
  if (content.kind === 'integer') return Number(content.bigint)
  return content.kind === 'string' || content.kind === 'boolean' ? content.value : content.datetime
}

/** The tree of an inline table, `{ a = 1, b.c = 2 }`. */
export function inlineTable(content: AST.TOMLInlineTable, path: InputPath): TomlTable {
  const table = newTable(path)
  for (const line of content.body) addLine(table, line)
  return table
}
