import type { ConfigFileFormat } from '../config-file.ts'
import { getInput } from '../input-merge.ts'
import type { InputPath } from '../input-path.ts'
import type { InputShape } from '../input-shape/input-shape.ts'
import { type JsonObject, type JsonValue, isJsonObject, stringifyJson } from '../json.ts'
import { formatSecretReference } from '../secret-reference.ts'
import { writeTomlKey, writeTomlValue } from '../toml-write.ts'
import { writeYamlInline, writeYamlKey } from '../yaml-write.ts'
import { textContext } from './text-context.ts'

/** What could be written at a place of a text. */
export interface InputSuggestion {
  readonly label: string
  /** The text to put in. */
  readonly apply: string
  /** The kind of value, in a word. */
  readonly detail: string
  /** What the schema says of it. */
  readonly info?: string
}

/** Suggestions, and where the text that they replace begins. */
export interface InputSuggestions {
  readonly from: number
  readonly options: readonly InputSuggestion[]
}

/** What a suggestion may draw on. */
export interface SuggestionSource {
  readonly format: ConfigFileFormat
  readonly shape: InputShape
  /** What the text held when it could last be read: keys that are there are not offered again. */
  readonly values: JsonObject
  readonly secrets: readonly string[]
}

/** Says which keys or values could stand at an offset of the text of a config file; null where nothing is known. */
export function suggestInputs(source: SuggestionSource, text: string, offset: number): InputSuggestions | null {
  const { format, shape } = source
  const context = textContext(format, text, offset)
  if (context === null) return null
  const options =
    context.kind === 'table'
      ? listTables(shape, [], 0)
      : context.kind === 'key'
        ? listKeys(source, context.path)
        : listValues(source, context.path)
  return options.length === 0 ? null : { from: context.from, options }
}

function listKeys({ format, shape, values }: SuggestionSource, path: InputPath): readonly InputSuggestion[] {
  const present = getInput(values, path)
  const found = new Map<string, InputSuggestion>()
  for (const group of shapesAt(shape, path)) {
    for (const key of group.keys) {
      if (found.has(key) || (isJsonObject(present) && Object.hasOwn(present, key))) continue
      const below = group.below(key)
      found.set(key, { label: key, apply: writeKey(format, key, below), detail: below.kind, ...infoOf(below) })
    }
  }
  return [...found.values()]
}

function writeKey(format: ConfigFileFormat, key: string, shape: InputShape): string {
  if (format === 'json') return `${JSON.stringify(key)}: `
  if (format === 'toml') return `${writeTomlKey(key)} = `
  return `${writeYamlKey(key)}:${shape.kind === 'group' ? '' : ' '}`
}

function listValues({ format, shape, secrets }: SuggestionSource, path: InputPath): readonly InputSuggestion[] {
  const found = new Map<string, InputSuggestion>()
  for (const place of shapesAt(shape, path)) {
    for (const [value, label, info] of valuesOf(place, secrets)) {
      const text = writeValue(format, value)
      if (text === null || found.has(text)) continue
      found.set(text, {
        label: text,
        apply: text,
        detail: label ?? place.kind,
        ...(info === null ? infoOf(place) : { info }),
      })
    }
  }
  return [...found.values()]
}

type Candidate = readonly [value: JsonValue, label: string | null, info: string | null]

function valuesOf(shape: InputShape, secrets: readonly string[]): readonly Candidate[] {
  const values: Candidate[] = []
  if (shape.kind === 'choice') {
    values.push(...shape.choices.map(({ value, label, description }): Candidate => [value, label, description]))
  }
  if (shape.kind === 'constant') values.push([shape.constant ?? null, 'the only value', null])
  if (shape.kind === 'switch') values.push([true, null, null], [false, null, null])
  if (shape.kind === 'secret') {
    values.push(...secrets.map((name): Candidate => [formatSecretReference(name), 'secret', null]))
  }
  if (shape.schemaDefault !== undefined) values.push([shape.schemaDefault, 'default', null])
  if (shape.isNullable) values.push([null, null, null])
  return values
}

function writeValue(format: ConfigFileFormat, value: JsonValue): string | null {
  if (format === 'json') return stringifyJson(value)
  return format === 'toml' ? writeTomlValue(value) : writeYamlInline(value)
}

/** The shapes that a place may have: of a union each way. */
function shapesAt(root: InputShape, path: InputPath): readonly InputShape[] {
  let shapes = waysOf(root)
  for (const key of path) shapes = shapes.flatMap((shape) => waysOf(shape.below(key)))
  return shapes
}

function waysOf(shape: InputShape): readonly InputShape[] {
  return shape.kind === 'union' ? shape.options.flatMap(waysOf) : [shape]
}

const MAX_TABLE_DEPTH = 4

function listTables(shape: InputShape, path: InputPath, depth: number): readonly InputSuggestion[] {
  if (depth >= MAX_TABLE_DEPTH) return []
  return shape.keys.flatMap((key) => {
    const below = shape.below(key)
    if (below.kind !== 'group') return []
    const name = [...path, key].map(writeTomlKey).join('.')
    return [
      { label: name, apply: name, detail: 'table', ...infoOf(below) },
      ...listTables(below, [...path, key], depth + 1),
    ]
  })
}

function infoOf({ title, description }: InputShape): { readonly info?: string } {
  const parts = [title, description].filter((part) => part !== null)
  return parts.length === 0 ? {} : { info: parts.join(': ') }
}
