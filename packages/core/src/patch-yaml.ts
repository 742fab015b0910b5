import { type Node, type YAMLMap, type YAMLSeq, isAlias, isMap, isScalar, isSeq } from 'yaml'
import { refuseObjectOnto } from './config-file-refusal.ts'
import { getInput, mergeInputs } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { isSameJson } from './json-equality.ts'
import { getOwn } from './own-key.ts'
import { planItems } from './plan-yaml-items.ts'
import { type TextEdit, applyTextEdits, endOfLine, lineEndOf } from './text-edit.ts'
import { type YamlModel, readScalar } from './yaml-model.ts'
import {
  type YamlPair,
  endOfYamlNode,
  endOfYamlPair,
  findYamlPair,
  hasColon,
  separatorTokens,
  valuePlace,
} from './yaml-pair.ts'
import {
  type YamlNotation,
  type YamlOldScalar,
  writeYamlInline,
  writeYamlKey,
  writeYamlLines,
  writeYamlScalar,
} from './yaml-write.ts'

/**
 * Writes overrides into the text of one YAML document, each at its own place. What other aliases of a changed place then
 * see is not looked at here. With `isForced`, an object may replace a scalar or a list. With `keepsItems`, of a list only
 * the elements that differ are written, so that the comments of the others stay.
 */
export function patchYamlText(
  file: string,
  text: string,
  model: YamlModel,
  overrides: JsonObject,
  isForced: boolean,
  keepsItems = false,
): string {
  const patch = new YamlPatch(file, text, model, isForced, keepsItems)
  if (model.root === null) patch.fillEmpty(overrides)
  else patch.patchMap(model.root, overrides, [])
  return applyTextEdits(text, patch.edits)
}

class YamlPatch {
  readonly edits: TextEdit[] = []
  readonly #file: string
  readonly #text: string
  readonly #model: YamlModel
  readonly #isForced: boolean
  readonly #keepsItems: boolean
  readonly #lineEnd: string
  readonly #step: string

  constructor(file: string, text: string, model: YamlModel, isForced: boolean, keepsItems: boolean) {
    this.#keepsItems = keepsItems
    this.#file = file
    this.#text = text
    this.#model = model
    this.#isForced = isForced
    this.#lineEnd = lineEndOf(text)
    this.#step = findStep(model.root)
  }

  fillEmpty(overrides: JsonObject): void {
    if (Object.keys(overrides).length === 0) return
    const end = this.#text.length
    const isOpenLine = end > 0 && !this.#text.endsWith('\n')
    const lines = writeYamlLines(overrides, '', this.#step).join(this.#lineEnd)
    this.edits.push({ start: end, end, text: (isOpenLine ? this.#lineEnd : '') + lines + this.#lineEnd })
  }

  patchMap(map: YAMLMap, overrides: JsonObject, path: InputPath): void {
    const added: Record<string, JsonValue> = {}
    for (const [key, value] of Object.entries(overrides)) {
      const below = [...path, key]
      const pair = findYamlPair(map, key, this.#model)
      if (pair !== undefined) this.#patchPair(pair, map, value, below)
      else Object.defineProperty(added, key, { value: this.#inherited(value, below), enumerable: true })
    }
    // After the edits below, so that lines added there come first at the same place.
    if (Object.keys(added).length > 0) this.#addPairs(map, added, path)
  }

  // A key that comes in through "<<" is written out as a whole, with the override in it.
  #inherited(value: JsonValue, path: InputPath): JsonValue {
    const current = getInput(this.#model.value, path)
    if (!isJsonObject(value) || current === undefined || current === null) return value
    if (isJsonObject(current)) return mergeInputs(current, value)
    return this.#isForced ? value : refuseObjectOnto(this.#file, path, Array.isArray(current))
  }

  #patchPair(pair: YamlPair, map: YAMLMap, value: JsonValue, path: InputPath): void {
    const node = pair.value
    if (!isJsonObject(value)) {
      this.#replaceValue(pair, map, value, path)
      return
    }
    if (isMap(node)) {
      this.patchMap(node, value, path)
      return
    }
    const current = getInput(this.#model.value, path)
    if (current === undefined || current === null || this.#isForced || isJsonObject(current)) {
      this.#replaceValue(pair, map, isJsonObject(current) ? mergeInputs(current, value) : value, path)
    } else {
      refuseObjectOnto(this.#file, path, Array.isArray(current))
    }
  }

  #replaceValue(pair: YamlPair, map: YAMLMap, value: JsonValue, path: InputPath): void {
    this.#removeTag(pair)
    const node = pair.value
    const place = valuePlace(pair)
    const hasText = node?.range !== undefined && node.range !== null && node.range[0] < node.range[1]
    if (isJsonObject(value) && Object.keys(value).length > 0 && map.flow !== true) {
      const indent = ' '.repeat(columnOf(map)) + this.#step
      const lines = writeYamlLines(value, indent, this.#step, this.#notationBelow(path))
      if (hasText) this.#remove(place, node)
      const end = endOfLine(this.#text, place)
      const isCommented = /^[ \t]+#/u.test(this.#text.slice(hasText ? endOfYamlNode(this.#text, node) : place, end))
      const start = isCommented ? end : place
      this.edits.push({ start, end: start, text: lines.map((line) => this.#lineEnd + line).join('') })
      return
    }
    if (node !== null && hasText && isSeq(node) && node.flow !== true && isList(value) && value.length > 0) {
      if (!this.#keepsItems || !this.#patchItems(node, value, path)) this.#replaceItems(node, value)
      return
    }
    const text =
      isJsonObject(value) || isList(value)
        ? writeYamlInline(value, this.#notationBelow(path))
        : writeYamlScalar(value, oldScalar(node, this.#model))
    const isBelow = hasText && this.#text.slice(place, node.range?.[0]).includes('\n')
    if (hasText && !isBelow) {
      this.edits.push({ start: node.range?.[0] ?? place, end: endOfYamlNode(this.#text, node), text })
      return
    }
    const colon = hasColon(pair) ? ' ' : ': '
    this.edits.push({ start: place, end: place, text: colon + text })
    if (hasText) this.#remove(endOfLine(this.#text, place), node)
  }

  // Whether it could be done: if not, no edit was made.
  #patchItems(list: YAMLSeq, items: readonly JsonValue[], path: InputPath): boolean {
    const old = valueBelow(this.#model.value, path)
    const change = isList(old)
      ? planItems(this.#text, list, old, items, (node) => endOfYamlNode(this.#text, node))
      : null
    if (change === null || !isList(old)) return false
    for (const index of change.replaced) this.#patchItem(list, index, old[index] ?? null, items[index] ?? null, path)
    for (const { start, end } of change.removed) this.edits.push({ start, end, text: '' })
    if (change.added.length > 0) {
      const lines = change.added.map((item) => `${' '.repeat(change.column)}- ${writeYamlInline(item)}`)
      const text = change.isBefore
        ? lines.map((line) => line + this.#lineEnd).join('')
        : lines.map((line) => this.#lineEnd + line).join('')
      this.edits.push({ start: change.addAt, end: change.addAt, text })
    }
    return true
  }

  #patchItem(list: YAMLSeq, index: number, old: JsonValue, value: JsonValue, path: InputPath): void {
    const node = list.items[index] as Node
    const below = [...path, String(index)]
    if (isMap(node) && isJsonObject(value) && isJsonObject(old) && hasKeysOf(value, old)) {
      const changed = Object.entries(value).filter(
        ([key, item]) => !isSameJson(getOwn(old, key) ?? null, item) || !Object.hasOwn(old, key),
      )
      this.patchMap(node, Object.fromEntries(changed), below)
      return
    }
    if (isSeq(node) && node.flow !== true && isList(value) && value.length > 0 && this.#patchItems(node, value, below))
      return
    const text =
      isJsonObject(value) || isList(value)
        ? writeYamlInline(value)
        : writeYamlScalar(value, oldScalar(node, this.#model))
    this.edits.push({ start: node.range?.[0] ?? 0, end: endOfYamlNode(this.#text, node), text })
  }

  #replaceItems(node: Node, items: readonly JsonValue[]): void {
    const start = node.range?.[0] ?? 0
    const column = start - (this.#text.lastIndexOf('\n', start - 1) + 1)
    const separator = this.#lineEnd + ' '.repeat(column)
    const text = items.map((item) => `- ${writeYamlInline(item)}`).join(separator)
    this.edits.push({ start, end: endOfYamlNode(this.#text, node), text })
  }

  #remove(start: number, node: Node): void {
    this.edits.push({ start, end: endOfYamlNode(this.#text, node), text: '' })
  }

  // A tag such as "!!float" spoke of the old value.
  #removeTag(pair: YamlPair): void {
    for (const token of separatorTokens(pair)) {
      if (token.type !== 'tag') continue
      const end = token.offset + token.source.length
      this.edits.push({ start: token.offset, end: this.#text[end] === ' ' ? end + 1 : end, text: '' })
    }
  }

  #addPairs(map: YAMLMap, added: JsonObject, path: InputPath): void {
    const last = map.items.at(-1) as YamlPair | undefined
    if (map.flow === true || last === undefined) {
      this.#addToFlow(map, last, writeFlowPairs(added, this.#notationBelow(path)))
      return
    }
    const lines = writeYamlLines(added, ' '.repeat(columnOf(map)), this.#step, this.#notationBelow(path))
    const content = endOfYamlPair(this.#text, last, true)
    if (this.#text[content - 1] === '\n') {
      this.edits.push({ start: content, end: content, text: lines.map((line) => line + this.#lineEnd).join('') })
    } else {
      const end = endOfLine(this.#text, content)
      this.edits.push({ start: end, end, text: lines.map((line) => this.#lineEnd + line).join('') })
    }
  }

  #addToFlow(map: YAMLMap, last: YamlPair | undefined, text: string): void {
    if (last === undefined) {
      this.edits.push({ start: map.range?.[0] ?? 0, end: map.range?.[1] ?? 0, text: `{${text}}` })
    } else {
      const end = endOfYamlPair(this.#text, last)
      this.edits.push({ start: end, end, text: `, ${text}` })
    }
  }

  #notationBelow(path: InputPath): YamlNotation {
    return yamlNotation(this.#model, path)
  }
}

/** How the values below a path look in the text, for writing them out elsewhere. */
export function yamlNotation(model: YamlModel, path: InputPath): YamlNotation {
  return (below) => {
    const kind = model.kindAt([...path, ...below])
    return { kind: kind === 'float' || kind === 'timestamp' ? kind : 'other', quote: 'none' }
  }
}

function hasKeysOf(value: JsonObject, old: JsonObject): boolean {
  return Object.keys(old).every((key) => Object.hasOwn(value, key))
}

function valueBelow(value: JsonValue, path: InputPath): JsonValue | undefined {
  let found: JsonValue | undefined = value
  for (const key of path) {
    found =
      found === undefined
        ? undefined
        : isJsonObject(found)
          ? getOwn(found, key)
          : isList(found)
            ? found[Number(key)]
            : undefined
  }
  return found
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function writeFlowPairs(added: JsonObject, notation: YamlNotation): string {
  return Object.entries(added)
    .map(([key, value]) => `${writeYamlKey(key)}: ${writeYamlInline(value, notation, [key])}`)
    .join(', ')
}

function columnOf(map: YAMLMap): number {
  const token = map.srcToken
  return token !== undefined && 'indent' in token ? Math.max(0, token.indent) : 0
}

function findStep(root: YAMLMap | null): string {
  for (const pair of (root?.items ?? []) as YamlPair[]) {
    if (isMap(pair.value) && pair.value.flow !== true && root !== null) {
      const step = columnOf(pair.value) - columnOf(root)
      if (step > 0) return ' '.repeat(step)
    }
  }
  return '  '
}

function oldScalar(node: Node | null, model: YamlModel): YamlOldScalar {
  const scalar = isAlias(node) ? model.targets.get(node) : node
  if (!isScalar(scalar)) return { kind: 'other', quote: 'none' }
  const { kind } = readScalar(scalar)
  const quotes = { QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double' } as const
  const quote = scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE' ? quotes[scalar.type] : 'none'
  return { kind: kind === 'float' || kind === 'timestamp' ? kind : 'other', quote }
}
