import { type Node, parseTree } from 'jsonc-parser'
import { refuseObjectOnto } from './config-file-refusal.ts'
import type { InputPath } from './input-path.ts'
import { maskBareNumbers } from './json-fault.ts'
import { type JsonObject, type JsonValue, isJsonObject, stringifyJson } from './json.ts'
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
    if (isJsonObject(value) && node.type !== 'null') refuseObjectOnto(this.#file, path, node.type === 'array')
    const old = this.#text.slice(node.offset, node.offset + node.length)
    this.edits.push({ start: node.offset, end: node.offset + node.length, text: this.#write(value, old, node.offset) })
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
