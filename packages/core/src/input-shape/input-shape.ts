import type { InputType } from '../input-type.ts'
import type { JobInputGroup } from '../job-inputs.ts'
import { type JsonObject, type JsonValue, isJsonObject } from '../json.ts'
import { getOwn } from '../own-key.ts'
import { type ResolveReference, referenceResolver } from '../schema-reference.ts'
import { type MergedSchema, listOf, mergeSchemas, typesOf } from './merged-schema.ts'
import { type InputChoice, findAlternatives } from './shape-alternatives.ts'
import { type InputShapeKind, isNullableType, kindByKeywords, kindOfSchemaType, kindOfType } from './shape-kind.ts'

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
    if (name !== undefined) return kindOfSchemaType(name) ?? 'any'
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

const TYPE_TITLES: Readonly<Record<string, string>> = {
  number: 'number',
  integer: 'whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'list',
  object: 'object',
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
