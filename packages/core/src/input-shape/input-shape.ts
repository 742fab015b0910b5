import type { InputType } from '../input-type.ts'
import type { JobInputGroup } from '../job-inputs.ts'
import { type JsonObject, type JsonValue, isJsonObject } from '../json.ts'
import { isSameJson, jsonTypeMatches } from '../json-equality.ts'
import { getOwn, setOwn } from '../own-key.ts'
import { type ResolveReference, referenceResolver } from '../schema-reference.ts'
import { type MergedSchema, listOf, mergeSchemas, typesOf } from './merged-schema.ts'
import { type InputChoice, findAlternatives } from './shape-alternatives.ts'

/** How a value is edited. `any` is one of which nothing is known that would help. */
export type InputShapeKind =
  | 'number'
  | 'integer'
  | 'text'
  | 'switch'
  | 'choice'
  | 'choices'
  | 'constant'
  | 'secret'
  | 'group'
  | 'list'
  | 'union'
  | 'any'

/** What is known of one place among the inputs of a job before there is a value: enough to draw a control for it. */
export interface InputShape {
  readonly kind: InputShapeKind
  readonly title: string | null
  readonly description: string | null
  /** What an empty control shows: the keyword `placeholder`, or the first of `examples`. */
  readonly placeholder: string | null
  /** True when null is a value here beside those of the kind. */
  readonly isNullable: boolean
  /** The keywords of the schema that bound the value; all that hold without a condition. */
  readonly keywords: Readonly<Record<string, JsonValue>>
  /** What the schema gives by `default`; undefined without one. */
  readonly schemaDefault: JsonValue | undefined
  /** The values of a `choice`, or of the elements of `choices`. */
  readonly choices: readonly InputChoice[]
  /** The value of a `constant`. */
  readonly constant: JsonValue | undefined
  /** The ways to write a `union`, in the order of the schema. */
  readonly options: readonly InputShape[]
  /** The keys that a `group` declares, in order. */
  readonly keys: readonly string[]
  readonly requiredKeys: ReadonlySet<string>
  /** Whether a group takes keys beyond `keys`. */
  readonly acceptsKeys: boolean
  /** The shape of a value below: by key in a group, by index in a list. */
  below(key: string): InputShape
}

/** Where a shape comes from. */
interface ShapeSource {
  readonly schemas: readonly JsonValue[]
  readonly type: InputType | null
  readonly resolve: ResolveReference
  /** Whether keys that nobody declared are taken: by a job that opted in to them, or because nothing at all is declared. */
  readonly isOpen: boolean
  /** Whether this is below a list, where what is not declared is taken if nothing is. */
  readonly isLoose?: boolean
}

/** Describes the inputs of one group, from its schema where that speaks and else from its captured types. */
export function describeInputShape(group: JobInputGroup, isOpen: boolean): InputShape {
  const { schema, type } = group
  const resolve: ResolveReference = schema === null ? () => undefined : referenceResolver(schema)
  return new Shape({ schemas: schema === null ? [] : [schema], type, resolve, isOpen })
}

/** The shape at a path below another. */
export function shapeAt(root: InputShape, path: readonly string[]): InputShape {
  return path.reduce((shape, key) => shape.below(key), root)
}

class Shape implements InputShape {
  readonly kind: InputShapeKind
  readonly isNullable: boolean
  readonly choices: readonly InputChoice[]
  readonly constant: JsonValue | undefined
  readonly options: readonly InputShape[]
  readonly keys: readonly string[]
  readonly #source: ShapeSource
  readonly #merged: MergedSchema
  readonly #below = new Map<string, Shape>()

  constructor(source: ShapeSource) {
    const first = mergeSchemas(source.schemas, source.resolve)
    const found = findAlternatives(first, source.resolve)
    const schemas = found.kind === 'one' ? [...source.schemas, found.schema] : source.schemas
    this.#source = { ...source, schemas }
    this.#merged = found.kind === 'one' ? mergeSchemas(schemas, source.resolve) : first
    const { keywords } = this.#merged
    const types = typesOf(keywords['type'])
    const listed = listOf(keywords['enum'])
    this.isNullable =
      found.isNullable || types.includes('null') || listed.includes(null) || isNullableType(source.type, types)
    this.constant = keywords['const'] ?? (listed.length === 1 && !this.isNullable ? listed[0] : undefined)
    const choices = found.kind === 'choices' ? found.choices : this.#listChoices(listed)
    const elements = this.#elementChoices()
    this.choices = elements.length > 0 ? elements : choices
    this.options = found.kind === 'several' ? this.#shapesOf(found.schemas) : this.#typeOptions(types)
    this.kind = this.#findKind(types)
    this.keys = this.#findKeys()
  }

  get title(): string | null {
    return textOf(this.#merged.keywords['title'])
  }

  get description(): string | null {
    return textOf(this.#merged.keywords['description'])
  }

  get placeholder(): string | null {
    const { placeholder, examples } = this.#merged.keywords
    const [example] = listOf(examples)
    if (typeof placeholder === 'string') return placeholder
    return typeof example === 'string' || typeof example === 'number' ? String(example) : null
  }

  get keywords(): Readonly<Record<string, JsonValue>> {
    return this.#merged.keywords
  }

  get schemaDefault(): JsonValue | undefined {
    return this.#merged.keywords['default']
  }

  get requiredKeys(): ReadonlySet<string> {
    return this.#merged.required
  }

  get acceptsKeys(): boolean {
    const { isLoose = false } = this.#source
    const isOpen = this.#source.isOpen || (isLoose && this.keys.length === 0)
    const isClosed = this.#merged.keywords['additionalProperties'] === false
    return this.#merged.additional.length > 0 || this.#merged.patterns.length > 0 || (isOpen && !isClosed)
  }

  below(key: string): InputShape {
    const known = this.#below.get(key)
    if (known !== undefined) return known
    const shape = new Shape(this.kind === 'list' || this.kind === 'choices' ? this.#itemAt(key) : this.#fieldAt(key))
    this.#below.set(key, shape)
    return shape
  }

  #fieldAt(key: string): ShapeSource {
    const { type, resolve } = this.#source
    const field = type?.kind === 'object' ? (getOwn(type.fields, key) ?? null) : null
    const schemas = [...(this.#merged.properties.get(key) ?? [])]
    for (const [pattern, schema] of this.#merged.patterns) {
      if (new RegExp(pattern, 'u').test(key)) schemas.push(schema)
    }
    if (schemas.length === 0) schemas.push(...this.#merged.additional)
    const isOpen = this.#source.isOpen || (type !== null && type.kind !== 'object')
    return { schemas, type: field, resolve, isOpen, isLoose: this.#source.isLoose ?? false }
  }

  #itemAt(index: string): ShapeSource {
    const { type, resolve } = this.#source
    const element = type?.kind === 'list' ? type.element : null
    const schemas = this.#merged.prefixItems[Number(index)] ?? this.#merged.items
    // What a list holds is a weak promise: its elements may have further keys.
    return { schemas, type: element, resolve, isOpen: this.#source.isOpen, isLoose: true }
  }

  #listChoices(listed: readonly JsonValue[]): readonly InputChoice[] {
    const labels = listOf(this.#merged.keywords['x-labels'])
    return listed
      .filter((value) => value !== null)
      .map((value, index) => ({ value, label: textOf(labels[index]), description: null }))
  }

  #shapesOf(schemas: readonly JsonValue[]): readonly Shape[] {
    const {
      anyOf: _any,
      oneOf: _one,
      title: _title,
      description: _text,
      default: _default,
      ...base
    } = this.#ownSchema()
    return schemas.map(
      (schema) =>
        new Shape({ ...this.#source, schemas: Object.keys(base).length === 0 ? [schema] : [schema, base], type: null }),
    )
  }

  // The alternatives hold beside the other keywords of the schema that lists them.
  #ownSchema(): JsonObject {
    const [only] = this.#source.schemas
    return this.#source.schemas.length === 1 && only !== undefined && isJsonObject(only) ? only : {}
  }

  #typeOptions(types: readonly string[]): readonly Shape[] {
    const { type } = this.#source
    const { type: _types, ...others } = this.#merged.keywords
    const wanted = types.filter((name) => name !== 'null')
    if (wanted.length > 1) {
      const names = wanted.includes('number') ? wanted.filter((name) => name !== 'integer') : wanted
      if (names.length > 1 && others['enum'] === undefined && others['const'] === undefined) {
        return names.map(
          (name) =>
            new Shape({
              ...this.#source,
              schemas: [{ ...others, type: name, title: TYPE_TITLES[name] ?? name }],
              type: null,
            }),
        )
      }
    }
    if (this.#saysType(types) || type?.kind !== 'union') return []
    const options = type.options.filter(({ kind }) => kind !== 'none')
    return options.length < 2 ? [] : options.map((option) => new Shape({ ...this.#source, schemas: [], type: option }))
  }

  #saysType(types: readonly string[]): boolean {
    const { keywords, properties, additional, items } = this.#merged
    const deciding = ['enum', 'const', 'format', 'pattern', 'minimum', 'maximum', 'multipleOf', 'minLength']
    return (
      types.length > 0 ||
      properties.size > 0 ||
      additional.length > 0 ||
      items.length > 0 ||
      deciding.some((keyword) => keywords[keyword] !== undefined)
    )
  }

  #findKind(types: readonly string[]): InputShapeKind {
    const { keywords, properties, additional, patterns, items, prefixItems } = this.#merged
    if (keywords['format'] === 'secret') return 'secret'
    if (this.constant !== undefined) return 'constant'
    if (this.#elementChoices().length > 0) return 'choices'
    if (this.choices.length > 0) return 'choice'
    if (this.options.length > 1) return 'union'
    const names = types.filter((name) => name !== 'null')
    const [name] = names
    if (name === 'object' || properties.size > 0 || additional.length > 0 || patterns.length > 0) return 'group'
    if (name === 'array' || items.length > 0 || prefixItems.length > 0) return 'list'
    if (name !== undefined) return KIND_BY_TYPE[name] ?? 'any'
    if (names.length === 0 && types.includes('null')) return 'constant'
    return kindByKeywords(keywords) ?? kindOfType(this.#source.type)
  }

  // A list whose elements are chosen from a list is chosen as a whole.
  #elementChoices(): readonly InputChoice[] {
    const { items, prefixItems, keywords } = this.#merged
    if (items.length === 0 || prefixItems.length > 0 || keywords['enum'] !== undefined) return []
    const element = new Shape({ schemas: items, type: null, resolve: this.#source.resolve, isOpen: true })
    return element.kind === 'choice' && !element.isNullable ? element.choices : []
  }

  #findKeys(): readonly string[] {
    const { type } = this.#source
    if (this.kind !== 'group') return []
    const captured = type?.kind === 'object' ? Object.keys(type.fields) : []
    return [...new Set([...this.#merged.properties.keys(), ...captured])]
  }
}

const KIND_BY_TYPE: Readonly<Record<string, InputShapeKind>> = {
  number: 'number',
  integer: 'integer',
  string: 'text',
  boolean: 'switch',
}

const TYPE_TITLES: Readonly<Record<string, string>> = {
  number: 'number',
  integer: 'whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'list',
  object: 'object',
}

function kindByKeywords(keywords: Readonly<Record<string, JsonValue>>): InputShapeKind | null {
  const has = (...names: readonly string[]): boolean => names.some((name) => keywords[name] !== undefined)
  if (has('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf')) return 'number'
  return has('pattern', 'minLength', 'maxLength', 'format') ? 'text' : null
}

function kindOfType(type: InputType | null): InputShapeKind {
  switch (type?.kind) {
    case 'float':
    case 'int':
      return 'number'
    case 'str':
      return 'text'
    case 'bool':
      return 'switch'
    case 'list':
      return 'list'
    case 'object':
      return 'group'
    case 'union': {
      const [only, ...others] = type.options.filter(({ kind }) => kind !== 'none')
      return others.length === 0 ? kindOfType(only ?? null) : 'union'
    }
    default:
      return 'any'
  }
}

function isNullableType(type: InputType | null, types: readonly string[]): boolean {
  return types.length === 0 && type?.kind === 'union' && type.options.some(({ kind }) => kind === 'none')
}

/** Whether a value can be shown by the control of a shape; a wrong one that can, such as a number out of range, may be mended there. */
export function fitsShape(shape: InputShape, value: JsonValue): boolean {
  if (value === null) return shape.isNullable || shape.kind === 'any' || shape.kind === 'constant'
  switch (shape.kind) {
    case 'number':
    case 'integer':
      return typeof value === 'number'
    case 'text':
    case 'secret':
      return typeof value === 'string'
    case 'switch':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value !== 'object' || shape.choices.some((choice) => isSameJson(choice.value, value))
    case 'choices':
      return (
        Array.isArray(value) &&
        (value as readonly JsonValue[]).every((item) => shape.choices.some((choice) => isSameJson(choice.value, item)))
      )
    case 'group':
      return isJsonObject(value)
    case 'list':
      return Array.isArray(value)
    case 'union':
      return shape.options.some((option) => fitsShape(option, value))
    case 'constant':
    case 'any':
      return true
  }
}

/** The option of a union that a value is written by: the first whose discriminating keys agree, else whose kind does; -1 for none. */
export function findShapeOption(shape: InputShape, value: JsonValue): number {
  const scores = shape.options.map((option) => scoreOption(option, value))
  const best = Math.max(...scores)
  return best <= 0 ? -1 : scores.indexOf(best)
}

function scoreOption(option: InputShape, value: JsonValue): number {
  if (!fitsShape(option, value)) return 0
  if (option.kind === 'constant') return isSameJson(option.constant ?? null, value) ? 100 : 0
  if (option.kind === 'choice') return option.choices.some((choice) => isSameJson(choice.value, value)) ? 90 : 1
  if (option.kind === 'union') return Math.max(...option.options.map((below) => scoreOption(below, value)))
  if (option.kind === 'any') return 1
  if (option.kind === 'number') return 20
  if (option.kind === 'integer') return jsonTypeMatches('integer', value) ? 30 : 2
  if (option.kind === 'list') return scoreList(option, value)
  if (!isJsonObject(value)) return 10
  let score = 10
  for (const key of option.keys) {
    const item = getOwn(value, key)
    const below = option.below(key)
    if (item === undefined) score -= option.requiredKeys.has(key) ? 5 : 0
    else if (below.kind === 'constant') score += isSameJson(below.constant ?? null, item) ? 50 : -50
    else score += fitsShape(below, item) ? 2 : -2
  }
  for (const key of Object.keys(value)) if (!option.keys.includes(key) && !option.acceptsKeys) score -= 1
  return Math.max(1, score)
}

function scoreList(option: InputShape, value: JsonValue): number {
  const [first] = listOf(value)
  return first === undefined || fitsShape(option.below('0'), first) ? 20 : 5
}

/** A value to begin with where there is none yet: the schema's default, else the least that the shape takes. */
export function initialValue(shape: InputShape): JsonValue {
  if (shape.schemaDefault !== undefined) return shape.schemaDefault
  if (shape.isNullable) return null
  return simplestValue(shape)
}

/** The least value of a shape that is not null, with what its required keys need. */
export function simplestValue(shape: InputShape, depth = 0): JsonValue {
  switch (shape.kind) {
    case 'constant':
      return shape.constant ?? null
    case 'number':
    case 'integer': {
      const { minimum, maximum, exclusiveMinimum, multipleOf } = shape.keywords
      const step = typeof multipleOf === 'number' ? multipleOf : 1
      if (typeof minimum === 'number' && minimum > 0) return minimum
      if (typeof exclusiveMinimum === 'number' && exclusiveMinimum >= 0) return exclusiveMinimum + step
      return typeof maximum === 'number' && maximum < 0 ? maximum : 0
    }
    case 'text':
    case 'secret':
      return ''
    case 'switch':
      return false
    case 'choice':
      return shape.choices[0]?.value ?? null
    case 'choices':
      return []
    case 'list':
      return []
    case 'union':
      return shape.options[0] === undefined ? null : simplestValue(shape.options[0], depth)
    case 'any':
      return null
    case 'group': {
      const value: Record<string, JsonValue> = {}
      for (const key of shape.keys) {
        const below = shape.below(key)
        if (below.schemaDefault !== undefined) setOwn(value, key, below.schemaDefault)
        else if (shape.requiredKeys.has(key) && depth < 8) {
          setOwn(value, key, below.isNullable ? null : simplestValue(below, depth + 1))
        }
      }
      return value
    }
  }
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
