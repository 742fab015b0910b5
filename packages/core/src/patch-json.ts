import { type Node, parseTree } from 'jsonc-parser'
import { refuseObjectOnto } from './config-file-refusal.ts'
import type { InputPath } from './input-path.ts'
import { maskBareNumbers } from './json-fault.ts'
import { isSameJson } from './json-equality.ts'
import { type JsonObject, type JsonValue, isJsonObject, parseJson, stringifyJson } from './json.ts'
import { getOwn } from './own-key.ts'
import { type TextEdit, applyTextEdits, indentOfLine, lineEndOf } from './text-edit.ts'

/** How a JSON text is written, so that new values look like their neighbours. */
interface JsonStyle {
  readonly comma: string
  readonly colon: string
  readonly indent: string
  readonly lineEnd: string
  readonly isAscii: boolean
}

/** Writes overrides into JSON text by replacing values and adding keys; `text` is JSON whose root is an object. */
export function patchJsonText(path: string, text: string, overrides: JsonObject): string {
  const root = parseTree(maskBareNumbers(text))
  if (root === undefined) return text
  const patch = new JsonPatch(path, text)
  patch.patchObject(root, overrides, [])
  return applyTextEdits(text, patch.edits)
}

class JsonPatch {
  readonly edits: TextEdit[] = []
  readonly #file: string
  readonly #text: string
  readonly #style: JsonStyle

  constructor(file: string, text: string) {
    this.#file = file
    this.#text = text
    this.#style = findStyle(text)
  }

  patchObject(object: Node, overrides: JsonObject, path: InputPath): void {
    const properties = new Map(
      (object.children ?? []).map((property) => [String(property.children?.[0]?.value), property]),
    )
    const added: [string, JsonValue][] = []
    for (const key of Object.keys(overrides)) {
      const value = overrides[key] as JsonValue
      const node = properties.get(key)?.children?.[1]
      if (node === undefined) added.push([key, value])
      else this.#patchValue(node, value, [...path, key])
    }
    if (added.length > 0) this.#addProperties(object, added)
  }

  #patchValue(node: Node, value: JsonValue, path: InputPath): void {
    if (isJsonObject(value) && node.type === 'object') {
      this.patchObject(node, value, path)
      return
    }
    if (Array.isArray(value) && node.type === 'array' && this.#patchList(node, value as readonly JsonValue[], path))
      return
    if (isJsonObject(value) && node.type !== 'null') refuseObjectOnto(this.#file, path, node.type === 'array')
    const old = this.#text.slice(node.offset, node.offset + node.length)
    this.edits.push({ start: node.offset, end: node.offset + node.length, text: this.#write(value, old, node.offset) })
  }

  /**
   * Patches a list element by element, so that the text of those that stay the same stays too: their spaces, and `1.0`. False
   * where the list has to be written anew.
   */
  #patchList({ children: nodes = [] }: Node, items: readonly JsonValue[], path: InputPath): boolean {
    const old = nodes.map((node) => this.#valueOf(node))
    const { start, oldEnd, newEnd } = findChangedItems(old, items)
    const paired = Math.min(oldEnd, newEnd)
    if (nodes.length === 0 || items.length === 0 || (paired === 0 && newEnd > 0)) return false
    for (let index = start; index < paired; index += 1) {
      const [node, item] = [nodes[index], items[index]]
      if (node !== undefined && item !== undefined) this.#patchItem(node, item, [...path, String(index)])
    }
    const [first, before, last] = [nodes[0], nodes[paired - 1], nodes[oldEnd - 1]]
    if (oldEnd > paired && last !== undefined) {
      const [from, to] =
        before === undefined ? [first?.offset ?? 0, nodes[oldEnd]?.offset ?? 0] : [endOf(before), endOf(last)]
      this.edits.push({ start: from, end: to, text: '' })
    }
    if (newEnd > paired && first !== undefined && before !== undefined) {
      const indent = this.#startsLine(first.offset) ? indentOfLine(this.#text, first.offset) : null
      const separator = indent === null ? this.#style.comma : `,${this.#style.lineEnd}${indent}`
      const added = items.slice(paired, newEnd).map((item) => separator + writeValue(item, this.#style, indent))
      this.edits.push({ start: endOf(before), end: endOf(before), text: added.join('') })
    }
    return true
  }

  // An element is given whole, where a group is given by what is other: a key that it lost has to go.
  #patchItem(node: Node, item: JsonValue, path: InputPath): void {
    const old = this.#valueOf(node)
    if (isSameJson(old, item)) return
    if (isJsonObject(item) && isJsonObject(old) && Object.keys(old).every((key) => Object.hasOwn(item, key))) {
      const changed = Object.entries(item).filter(
        ([key, value]) => !isSameJson(getOwn(old, key) ?? null, value) || !Object.hasOwn(old, key),
      )
      this.#patchKeys(node, changed, path)
      return
    }
    if (Array.isArray(item) && node.type === 'array' && this.#patchList(node, item as readonly JsonValue[], path))
      return
    const text = this.#text.slice(node.offset, endOf(node))
    this.edits.push({ start: node.offset, end: endOf(node), text: this.#write(item, text, node.offset) })
  }

  #patchKeys(object: Node, changed: readonly (readonly [string, JsonValue])[], path: InputPath): void {
    const nodes = new Map((object.children ?? []).map(({ children = [] }) => [String(children[0]?.value), children[1]]))
    const added: [string, JsonValue][] = []
    for (const [key, value] of changed) {
      const node = nodes.get(key)
      if (node === undefined) added.push([key, value])
      else this.#patchItem(node, value, [...path, key])
    }
    if (added.length > 0) this.#addProperties(object, added)
  }

  #valueOf(node: Node): JsonValue {
    return parseJson(this.#text.slice(node.offset, endOf(node)))
  }

  #write(value: JsonValue, old: string, offset: number): string {
    const text = writeValue(value, this.#style, old.includes('\n') ? indentOfLine(this.#text, offset) : null)
    const wasFloat = /^-?\d.*[.eE]/u.test(old)
    return wasFloat && /^-?\d+$/u.test(text) ? `${text}.0` : text
  }

  #addProperties(object: Node, added: readonly [string, JsonValue][]): void {
    const last = object.children?.at(-1)
    const inner = this.#text.slice(object.offset + 1, (last?.offset ?? object.offset + object.length) - 1)
    const isTall = last === undefined ? false : inner.includes('\n') || this.#startsLine(last.offset)
    const indent = isTall && last !== undefined ? indentOfLine(this.#text, last.offset) : null
    const separator = indent === null ? this.#style.comma : `,${this.#style.lineEnd}${indent}`
    const text = added
      .map(
        ([key, value]) =>
          writeValue(key, this.#style, null) + this.#style.colon + writeValue(value, this.#style, indent),
      )
      .join(separator)
    if (last === undefined) {
      this.edits.push({ start: object.offset, end: object.offset + object.length, text: `{${text}}` })
    } else {
      const end = last.offset + last.length
      this.edits.push({ start: end, end, text: separator + text })
    }
  }

  #startsLine(offset: number): boolean {
    return indentOfLine(this.#text, offset).length === offset - (this.#text.lastIndexOf('\n', offset - 1) + 1)
  }
}

function endOf({ offset, length }: Node): number {
  return offset + length
}

/** Where two lists begin to differ, and where in each of them what is the same at their ends begins. */
function findChangedItems(
  old: readonly JsonValue[],
  items: readonly JsonValue[],
): { readonly start: number; readonly oldEnd: number; readonly newEnd: number } {
  const shorter = Math.min(old.length, items.length)
  let start = 0
  while (start < shorter && isSame(old[start], items[start])) start += 1
  let tail = 0
  while (tail < shorter - start && isSame(old.at(-1 - tail), items.at(-1 - tail))) tail += 1
  return { start, oldEnd: old.length - tail, newEnd: items.length - tail }
}

function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left !== undefined && right !== undefined && isSameJson(left, right)
}

function findStyle(text: string): JsonStyle {
  const isTight = /":\S/u.test(text) && !/":\s/u.test(text)
  return {
    comma: isTight ? ',' : ', ',
    colon: isTight ? ':' : ': ',
    indent: /\n([ \t]+)"/u.exec(text)?.[1] ?? '  ',
    lineEnd: lineEndOf(text),
    // eslint-disable-next-line no-control-regex -- the range is "not ASCII"
    isAscii: !/[^\u0000-\u007f]/u.test(text),
  }
}

// `indent` is that of the line on which the value starts; null writes everything on one line.
function writeValue(value: JsonValue, style: JsonStyle, indent: string | null): string {
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).map((item) => writeValue(item, style, deeper(indent, style)))
    return writeItems('[', items, ']', style, indent)
  }
  if (isJsonObject(value)) {
    const items = Object.keys(value).map(
      (key) =>
        writeValue(key, style, null) + style.colon + writeValue(value[key] as JsonValue, style, deeper(indent, style)),
    )
    return writeItems('{', items, '}', style, indent)
  }
  const text = Object.is(value, -0) ? '-0.0' : stringifyJson(value)
  if (!style.isAscii) return text
  return text.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function deeper(indent: string | null, style: JsonStyle): string | null {
  return indent === null ? null : indent + style.indent
}

function writeItems(
  open: string,
  items: readonly string[],
  close: string,
  style: JsonStyle,
  indent: string | null,
): string {
  if (items.length === 0) return open + close
  if (indent === null) return open + items.join(style.comma) + close
  const line = style.lineEnd + indent
  return open + line + style.indent + items.join(`,${line}${style.indent}`) + line + close
}
