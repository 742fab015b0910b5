import {
  type Alias,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
} from 'yaml'
import { InvalidInputError } from './errors.ts'
import type { InputPath } from './input-path.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { setOwn } from './own-key.ts'
import { describePosition } from './text-position.ts'
import { type PlainScalar, readFloat, readInt, readPlainScalar } from './yaml-scalar.ts'

/** A YAML config file: its values as PyYAML sees them, and its syntax tree. */
export interface YamlModel {
  readonly value: JsonObject
  /** What PyYAML makes of the value at a path; list items by their index. Null for mappings, lists and nothing. */
  readonly kindAt: (path: InputPath) => PlainScalar['kind'] | null
  /** The root mapping; null for an empty file. */
  readonly root: YAMLMap | null
  /** The node that each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>
}

/** Aliases may repeat each other; a file that grows beyond this many values when they are written out is refused. */
const MAX_VALUES = 1_000_000

const CORE_TAG = 'tag:yaml.org,2002:'

/** Reads one YAML document. Throws InvalidInputError with line and column. */
export function readYaml(file: string, text: string): YamlModel {
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    version: '1.1',
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  if (!Array.isArray(documents)) return { value: {}, kindAt: () => null, root: null, targets: new Map() }
  return new YamlReader(file, text).read(documents as Document.Parsed[])
}

/** The name under which a mapping's key is known: keys that are not text become text as in JSON. Null for `<<`. */
export function yamlKeyName(key: unknown): string | null {
  if (key === null) return 'null'
  if (!isScalar(key)) return ''
  const { kind, value } = readScalar(key)
  if (kind === 'merge') return null
  return typeof value === 'string' ? value : String(value)
}

/** Reads a scalar node by its tag, else by its quotes, else by its text. */
export function readScalar(node: Scalar): PlainScalar {
  const source = typeof node.value === 'string' ? node.value : ''
  const tag = node.tag?.startsWith(CORE_TAG) === true ? node.tag.slice(CORE_TAG.length) : node.tag
  if (tag === 'int') return { kind: 'int', value: readInt(source) }
  if (tag === 'float') return { kind: 'float', value: readFloat(source) }
  if (tag === 'null') return { kind: 'null', value: null }
  const plain = readPlainScalar(source)
  if (tag === 'bool') return plain.kind === 'bool' ? plain : { kind: 'bool', value: false }
  if (tag === 'str' || (node.type !== 'PLAIN' && node.type !== undefined)) {
    return { kind: 'str', value: source }
  }
  return plain
}

/** What one node says. Readings are shared by all aliases of a node, so a file of aliases stays small in memory. */
interface Reading {
  readonly value: JsonValue
  /** How many values this would be with every alias written out. */
  readonly size: number
  /** What PyYAML makes of a scalar; null for mappings and lists. */
  readonly kind: PlainScalar['kind'] | null
  readonly children: ReadonlyMap<string, Reading>
}

const NO_CHILDREN: ReadonlyMap<string, Reading> = new Map()
const NULL_READING: Reading = { value: null, size: 1, kind: 'null', children: NO_CHILDREN }

class YamlReader {
  readonly #file: string
  readonly #text: string
  readonly #anchors = new Map<string, Node>()
  readonly #readings = new Map<Node, Reading>()
  readonly #active = new Set<Node>()
  readonly #targets = new Map<Alias, Node>()

  constructor(file: string, text: string) {
    this.#file = file
    this.#text = text
  }

  read(documents: readonly Document.Parsed[]): YamlModel {
    for (const document of documents) {
      const error = document.errors[0]
      if (error !== undefined) throw this.#fault(describeError(error.message), error.pos[0])
    }
    const [document, second] = documents
    if (second !== undefined) {
      throw this.#fault('it holds more than one document, and the second begins', second.range[0])
    }
    const root = document?.contents ?? null
    if (document === undefined || root === null || (isScalar(root) && readScalar(root).kind === 'null')) {
      return { value: {}, kindAt: () => null, root: null, targets: this.#targets }
    }
    const reading = this.#node(root)
    if (!isMap(root) || !isJsonObject(reading.value)) throw this.#rootFault(reading.value)
    return {
      value: reading.value,
      kindAt: (path) => readingAt(reading, path)?.kind ?? null,
      root,
      targets: this.#targets,
    }
  }

  #node(node: Node): Reading {
    if (isAlias(node)) return this.#alias(node)
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node)
    this.#checkTag(node)
    this.#active.add(node)
    const reading = isMap(node) ? this.#map(node) : isSeq(node) ? this.#list(node) : this.#scalar(node)
    this.#active.delete(node)
    if (reading.size > MAX_VALUES) {
      throw this.#fault(`its aliases stand for more than ${MAX_VALUES} values`, node.range?.[0] ?? 0)
    }
    this.#readings.set(node, reading)
    return reading
  }

  #alias(alias: Alias): Reading {
    const target = this.#anchors.get(alias.source)
    const offset = alias.range?.[0] ?? 0
    if (target === undefined) throw this.#fault(`the alias "*${alias.source}" has no anchor before it`, offset)
    this.#targets.set(alias, target)
    const reading = this.#active.has(target) ? undefined : this.#readings.get(target)
    if (reading === undefined)
      throw this.#fault(`the alias "*${alias.source}" stands for something it is part of`, offset)
    return reading
  }

  #scalar(node: Scalar): Reading {
    this.#dropMissingLineEnd(node)
    const { kind, value } = readScalar(node)
    const isBad = typeof value === 'number' && Number.isNaN(value) && !/^[-+]?\.nan$/iu.test(String(node.value))
    if (isBad) throw this.#fault(`"${String(node.value)}" is not a number`, node.range?.[0] ?? 0)
    return { value, size: 1, kind, children: NO_CHILDREN }
  }

  // PyYAML counts only line ends that are there: block text at the very end of a file may have none.
  #dropMissingLineEnd(node: Scalar): void {
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
    if (!isBlock || node.range?.[1] !== this.#text.length || this.#text.endsWith('\n')) return
    if (typeof node.value === 'string') node.value = node.value.replace(/\n$/u, '')
  }

  #list(node: YAMLSeq): Reading {
    const readings = node.items.map((item) => this.#node(item as Node))
    return {
      value: readings.map((reading) => reading.value),
      size: readings.reduce((total, reading) => total + reading.size, 1),
      kind: null,
      children: new Map(readings.map((reading, index) => [String(index), reading])),
    }
  }

  // The mappings under `<<` come first, and of several the first wins; the mapping's own keys win over all of them.
  #map(node: YAMLMap): Reading {
    const merged = new Map<string, Reading>()
    const own = new Map<string, Reading>()
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const name = this.#keyName(pair.key)
      const reading = pair.value === null ? NULL_READING : this.#node(pair.value)
      if (name === null) this.#mergeInto(merged, pair, reading)
      else own.set(name, reading)
    }
    const children = new Map([...merged, ...own])
    const value: Record<string, JsonValue> = {}
    let size = 1
    for (const [name, reading] of children) {
      setOwn(value, name, reading.value)
      size += reading.size
    }
    return { value, size, kind: null, children }
  }

  #keyName(key: Node | null): string | null {
    if (key === null || isScalar(key)) {
      if (key?.anchor !== undefined) this.#anchors.set(key.anchor, key)
      if (isScalar(key)) this.#readings.set(key, this.#scalar(key))
      return yamlKeyName(key)
    }
    if (isAlias(key)) {
      const target = this.#anchors.get(key.source)
      if (isScalar(target)) return yamlKeyName(target)
    }
    throw this.#fault('a key is a list or a mapping, which config files cannot have', key.range?.[0] ?? 0)
  }

  #mergeInto(merged: Map<string, Reading>, pair: Pair<Node | null, Node | null>, reading: Reading): void {
    const sources = Array.isArray(reading.value) ? [...reading.children.values()] : [reading]
    for (const source of sources.toReversed()) {
      if (!isJsonObject(source.value)) {
        throw this.#fault('"<<" needs a mapping or a list of mappings', pair.key?.range?.[0] ?? 0)
      }
      for (const [name, child] of source.children) merged.set(name, child)
    }
  }

  #checkTag(node: Node): void {
    const tag = 'tag' in node ? node.tag : undefined
    if (tag === undefined || tag === '!') return
    const wanted = isMap(node) ? ['map'] : isSeq(node) ? ['seq'] : ['str', 'int', 'float', 'bool', 'null', 'timestamp']
    if (wanted.some((name) => tag === CORE_TAG + name)) return
    const shown = tag.startsWith(CORE_TAG) ? `!!${tag.slice(CORE_TAG.length)}` : tag
    throw this.#fault(`the tag "${shown}" is not supported`, node.range?.[0] ?? 0)
  }

  #rootFault(value: JsonValue): InvalidInputError {
    const found = Array.isArray(value) ? 'a list' : 'a single value'
    return new InvalidInputError(
      `Cannot use "${this.#file}" as a config file: it holds ${found}, not a mapping. Put the values under keys.`,
    )
  }

  #fault(why: string, offset: number): InvalidInputError {
    return new InvalidInputError(
      `Cannot read "${this.#file}": ${why} at ${describePosition(this.#text, offset)}. Correct the file.`,
    )
  }
}

function readingAt(root: Reading, path: InputPath): Reading | undefined {
  let reading: Reading | undefined = root
  for (const key of path) reading = reading?.children.get(key)
  return reading
}

// The parser reports its own exhaustion as an error of the file.
function describeError(message: string): string {
  return message.includes('call stack') ? 'it is nested too deep' : message.replace(/\.$/u, '')
}
