import type { AST } from 'toml-eslint-parser'
import { configRefusal, refuseObjectOnto } from './config-file-refusal.ts'
import type { InputPath } from './input-path.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { type TextEdit, applyTextEdits, endOfLine, indentOfLine, lineEndOf } from './text-edit.ts'
import { isSameJson } from './json-equality.ts'
import { getOwn } from './own-key.ts'
import { PathSet } from './path-set.ts'
import { type TomlTable, type TomlValue, inlineTable, tomlContentValue, tomlTableValue } from './toml-tree.ts'
import { type TomlOldValue, writeTomlKey, writeTomlValue } from './toml-write.ts'

/** Writes overrides into TOML text. A table or array of tables that spreads over lines cannot be replaced as a whole. */
export function patchTomlText(file: string, text: string, root: TomlTable, overrides: JsonObject): string {
  const patch = new TomlPatch(file, text)
  patch.patchTable(root, null, overrides, [])
  return applyTextEdits(text, patch.edits)
}

class TomlPatch {
  readonly edits: TextEdit[] = []
  readonly #file: string
  readonly #text: string
  readonly #lineEnd: string

  constructor(file: string, text: string) {
    this.#file = file
    this.#text = text
    this.#lineEnd = lineEndOf(text)
  }

  /** `inline` is the inline table in the text where `table` is one. */
  patchTable(table: TomlTable, inline: AST.TOMLInlineTable | null, overrides: JsonObject, path: InputPath): void {
    const added: string[] = []
    for (const key of Object.keys(overrides)) {
      const value = overrides[key] as JsonValue
      const below = [...path, key]
      const node = table.children.get(key)
      if (node === undefined) added.push(`${this.#keyFor(table, inline, key)} = ${this.#write(value, below)}`)
      else if (node.kind === 'value') this.#patchValue(node, value, below)
      else if (node.kind === 'table' && isJsonObject(value)) this.patchTable(node, null, value, below)
      else if (node.kind === 'tables' && this.#patchTables(node.items, value, below)) continue
      else if (isJsonObject(value)) refuseObjectOnto(this.#file, below, true)
      else {
        const what = node.kind === 'table' ? 'a table' : 'an array of tables'
        throw configRefusal(
          this.#file,
          below,
          `it is ${what} of its own in the file, which is not replaced as a whole.`,
        )
      }
    }
    if (added.length === 0) return
    if (inline === null) this.#addLines(table, added)
    else this.#addToInline(inline, added)
  }

  #patchValue(node: TomlValue, value: JsonValue, path: InputPath): void {
    const { content } = node
    if (isJsonObject(value)) {
      if (content.type !== 'TOMLInlineTable') refuseObjectOnto(this.#file, path, content.type === 'TOMLArray')
      this.patchTable(inlineTable(content, path), content, value, path)
      return
    }
    if (content.type === 'TOMLArray' && this.#patchElements(content, value, path)) return
    const [start, end] = content.range
    this.edits.push({ start, end, text: this.#write(value, path, { kind: oldKind(content) }) })
  }

  // As many tables as before, none of which loses a key: each is patched where it stands.
  #patchTables(tables: readonly TomlTable[], value: JsonValue, path: InputPath): boolean {
    const items = Array.isArray(value) ? (value as readonly JsonValue[]) : []
    if (items.length !== tables.length) return false
    const changes = items.map((item, index) => {
      const old = tomlTableValue(tables[index] as TomlTable, [], new PathSet())
      return isJsonObject(item) && Object.keys(old).every((key) => Object.hasOwn(item, key))
        ? changedKeys(old, item)
        : null
    })
    if (changes.includes(null)) return false
    for (const [index, change] of changes.entries()) {
      if (change !== null) this.patchTable(tables[index] as TomlTable, null, change, [...path, String(index)])
    }
    return true
  }

  // As many elements as before: only those that differ are written, so that the comments between them stay.
  #patchElements(array: AST.TOMLArray, value: JsonValue, path: InputPath): boolean {
    const items = Array.isArray(value) ? (value as readonly JsonValue[]) : []
    if (items.length === 0 || items.length !== array.elements.length) return false
    for (const [index, item] of items.entries()) {
      const element = array.elements[index]
      if (element === undefined) continue
      if (isSameJson(tomlContentValue(element), item)) continue
      const [start, end] = element.range
      const below = [...path, String(index)]
      this.edits.push({ start, end, text: this.#write(item, below, { kind: oldKind(element) }) })
    }
    return true
  }

  #write(value: JsonValue, path: InputPath, old?: TomlOldValue): string {
    const text = writeTomlValue(value, old)
    if (text === null) throw configRefusal(this.#file, path, 'TOML has no null. Give a value.')
    return text
  }

  // A table that only dotted keys make is extended by another dotted key beside them.
  #keyFor(table: TomlTable, inline: AST.TOMLInlineTable | null, key: string): string {
    const isDotted = table.header === null && table.dotted !== null
    const prefix = isDotted ? table.path.slice(table.dotted?.container.length ?? 0) : []
    return [...(inline === null ? prefix : []), key].map(writeTomlKey).join('.')
  }

  #addToInline(inline: AST.TOMLInlineTable, added: readonly string[]): void {
    const last = inline.body.at(-1)
    if (last === undefined) {
      this.edits.push({ start: inline.range[0], end: inline.range[1], text: `{ ${added.join(', ')} }` })
    } else {
      this.edits.push({ start: last.range[1], end: last.range[1], text: `, ${added.join(', ')}` })
    }
  }

  #addLines(table: TomlTable, added: readonly string[]): void {
    const { header, dotted, firstBelow } = table
    if (header === null && dotted !== null) {
      this.#addAfter(dotted.line.range, added)
    } else if (header?.type === 'TOMLTable') {
      this.#addAfter(header.body.at(-1)?.range ?? header.key.range, added)
    } else if (header !== null) {
      this.#addToRoot(header, added)
    } else if (firstBelow !== null) {
      const title = `[${table.path.map(writeTomlKey).join('.')}]`
      this.edits.push(this.#before(firstBelow, [title, ...added, '']))
    }
  }

  #addAfter(range: readonly [number, number], added: readonly string[]): void {
    const indent = indentOfLine(this.#text, range[0])
    const end = endOfLine(this.#text, range[1])
    this.edits.push({ start: end, end, text: added.map((line) => this.#lineEnd + indent + line).join('') })
  }

  #addToRoot(top: AST.TOMLTopLevelTable, added: readonly string[]): void {
    const lines = top.body.filter((item) => item.type === 'TOMLKeyValue')
    const last = lines.at(-1)
    const firstTable = top.body.find((item) => item.type === 'TOMLTable')
    if (last !== undefined) this.#addAfter(last.range, added)
    else if (firstTable !== undefined) {
      // At the front: the header of a table that is written out for the first time may go to the same place, and below
      // it these lines would belong to that table.
      this.edits.unshift(this.#before(firstTable, [...added, '']))
    } else {
      const isOpenLine = this.#text !== '' && !this.#text.endsWith('\n')
      const text = (isOpenLine ? this.#lineEnd : '') + added.map((line) => line + this.#lineEnd).join('')
      this.edits.push({ start: this.#text.length, end: this.#text.length, text })
    }
  }

  // Comments directly above a table belong to it.
  #before(table: AST.TOMLTable, lines: readonly string[]): TextEdit {
    let start = this.#text.lastIndexOf('\n', table.range[0]) + 1
    for (;;) {
      const previous = start === 0 ? -1 : this.#text.lastIndexOf('\n', start - 2) + 1
      if (previous < 0 || !/^[ \t]*#/u.test(this.#text.slice(previous, start))) break
      start = previous
    }
    return { start, end: start, text: lines.map((line) => line + this.#lineEnd).join('') }
  }
}

function oldKind(content: AST.TOMLContentNode): TomlOldValue['kind'] {
  if (content.type !== 'TOMLValue') return 'other'
  if (content.kind === 'float') return 'float'
  if (content.kind === 'string') return content.style === 'literal' && !content.multiline ? 'literal' : 'other'
  return content.kind === 'integer' || content.kind === 'boolean' ? 'other' : 'date'
}

function changedKeys(old: JsonObject, value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).filter(([key, item]) => {
      const before = getOwn(old, key)
      return before === undefined || !isSameJson(before, item)
    }),
  )
}
