import { type Node as JsonNode, parseTree } from 'jsonc-parser'
import { type AST, parseTOML } from 'toml-eslint-parser'
import { type Node, isMap, isSeq } from 'yaml'
import { configFileFormat } from '../config-file.ts'
import type { InputPath } from '../input-path.ts'
import { maskBareNumbers } from '../json-fault.ts'
import { findYamlPair } from '../yaml-pair.ts'
import { type YamlModel, readYaml } from '../yaml-model.ts'

/** A stretch of a text, in characters from its start. */
export interface TextPlace {
  readonly start: number
  readonly end: number
}

/** Finds where a value stands in a text. A path may go into lists. */
export type FindTextPlace = (path: InputPath) => TextPlace

/**
 * Prepares to find values in the text of a config file: the value at a path, else the key or the group nearest above it that the text
 * has. Throws for a text that cannot be read.
 */
export function textPlaces(name: string, text: string): FindTextPlace {
  const source = text.replace(/^\uFEFF/u, '')
  const offset = text.length - source.length
  const find = FINDERS[configFileFormat(name)](name, source)
  return (path) => {
    const { start, end } = find(path)
    return { start: start + offset, end: end + offset }
  }
}

const FINDERS = { yaml: yamlPlaces, json: jsonPlaces, toml: tomlPlaces }

const NOWHERE: TextPlace = { start: 0, end: 0 }

function yamlPlaces(name: string, text: string): FindTextPlace {
  const model = readYaml(name, text)
  return (path) => {
    let node: Node | null = model.root
    let place = NOWHERE
    for (const key of path) {
      const below = yamlStep(node, key, model)
      if (below === null) break
      place = below.place
      node = below.node
    }
    return place
  }
}

function yamlStep(
  node: Node | null,
  key: string,
  model: YamlModel,
): { readonly node: Node | null; readonly place: TextPlace } | null {
  if (isSeq(node)) {
    const item = node.items[Number(key)] as Node | undefined
    return item === undefined ? null : { node: item, place: rangeOf(item) ?? NOWHERE }
  }
  const pair = isMap(node) ? findYamlPair(node, key, model) : undefined
  if (pair === undefined) return null
  const keyPlace = rangeOf(pair.key) ?? NOWHERE
  // Of a group its key is shown: the whole of it may be hundreds of lines.
  const isShort = pair.value !== null && !isMap(pair.value) && !isSeq(pair.value)
  return { node: pair.value, place: (isShort ? rangeOf(pair.value) : null) ?? keyPlace }
}

function rangeOf(node: Node | null): TextPlace | null {
  const range = node?.range
  if (range === undefined || range === null || range[0] === range[1]) return null
  return { start: range[0], end: range[1] }
}

function jsonPlaces(_name: string, text: string): FindTextPlace {
  const root = parseTree(maskBareNumbers(text))
  return (path) => {
    let node = root
    let place = NOWHERE
    for (const key of path) {
      const below: { readonly node: JsonNode; readonly at: JsonNode } | null = jsonStep(node, key)
      if (below === null) break
      node = below.node
      place = { start: below.at.offset, end: below.at.offset + below.at.length }
    }
    return place
  }
}

function jsonStep(node: JsonNode | undefined, key: string): { readonly node: JsonNode; readonly at: JsonNode } | null {
  if (node?.type === 'array') {
    const item = node.children?.[Number(key)]
    return item === undefined ? null : { node: item, at: item }
  }
  const property = node?.children?.findLast((child) => child.children?.[0]?.value === key)
  const [name, value] = property?.children ?? []
  if (name === undefined || value === undefined) return null
  return { node: value, at: value.type === 'object' || value.type === 'array' ? name : value }
}

function tomlPlaces(_name: string, text: string): FindTextPlace {
  const places = new Map<string, TextPlace>()
  const counts = new Map<string, number>()
  const add = (path: InputPath, [start, end]: readonly [number, number]): void => {
    const name = JSON.stringify(path)
    if (!places.has(name)) places.set(name, { start, end })
  }
  const addContent = (content: AST.TOMLContentNode, path: InputPath): void => {
    if (content.type === 'TOMLArray') {
      for (const [index, item] of content.elements.entries()) {
        const below = [...path, String(index)]
        add(below, item.range)
        addContent(item, below)
      }
    } else if (content.type === 'TOMLInlineTable') {
      for (const line of content.body) addLine(line, path)
    }
  }
  const addLine = (line: AST.TOMLKeyValue, above: InputPath): void => {
    const path = [...above, ...keysOf(line.key)]
    for (let length = above.length + 1; length < path.length; length++) add(path.slice(0, length), line.key.range)
    add(path, line.value.type === 'TOMLValue' ? line.value.range : line.key.range)
    addContent(line.value, path)
  }
  for (const item of parseTOML(text, { tomlVersion: '1.0' }).body[0].body) {
    if (item.type === 'TOMLKeyValue') {
      addLine(item, [])
      continue
    }
    let path: InputPath = []
    for (const [depth, key] of keysOf(item.key).entries()) {
      path = [...path, key]
      add(path, item.key.range)
      const name = JSON.stringify(path)
      const isNew = item.kind === 'array' && depth === keysOf(item.key).length - 1
      if (isNew) counts.set(name, (counts.get(name) ?? 0) + 1)
      const count = counts.get(name)
      if (count !== undefined) path = [...path, String(count - 1)]
    }
    add(path, item.key.range)
    for (const line of item.body) addLine(line, path)
  }
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const place = places.get(JSON.stringify(path.slice(0, length)))
      if (place !== undefined) return place
    }
    return NOWHERE
  }
}

function keysOf(key: AST.TOMLKey): readonly string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))
}
