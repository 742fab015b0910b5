import { type JsonObject, type JsonValue, isJsonObject } from '../json.ts'
import { isSameJson } from '../json-equality.ts'
import type { ResolveReference } from '../schema-reference.ts'

/** What several schemas that all hold for one value say together, references followed. */
export interface MergedSchema {
  /** Keywords that describe or bound the value itself; of several the tighter bound, else the outermost. */
  readonly keywords: Readonly<Record<string, JsonValue>>
  /** What is said of each declared key, in the order of declaration. */
  readonly properties: ReadonlyMap<string, readonly JsonValue[]>
  readonly patterns: readonly (readonly [pattern: string, schema: JsonValue])[]
  /** What is said of all other keys; empty when nothing is. */
  readonly additional: readonly JsonValue[]
  readonly required: ReadonlySet<string>
  readonly items: readonly JsonValue[]
  readonly prefixItems: readonly (readonly JsonValue[])[]
  /** The lists of `anyOf` and `oneOf`. */
  readonly alternatives: readonly (readonly JsonValue[])[]
}

const TIGHTER: Readonly<Record<string, (left: number, right: number) => number>> = {
  minimum: Math.max,
  exclusiveMinimum: Math.max,
  minLength: Math.max,
  minItems: Math.max,
  maximum: Math.min,
  exclusiveMaximum: Math.min,
  maxLength: Math.min,
  maxItems: Math.min,
}

/**
 * Joins schemas for a form: `$ref` and `allOf` are followed, and what `then`, `else` and `dependentSchemas` say of keys is
 * taken up, so that each key that may ever be set is known. Says less than the schemas do: a value is checked by them.
 */
export function mergeSchemas(schemas: readonly JsonValue[], resolve: ResolveReference): MergedSchema {
  const merge = new SchemaMerge(resolve)
  for (const schema of schemas) merge.add(schema, true)
  return merge
}

class SchemaMerge implements MergedSchema {
  readonly keywords: Record<string, JsonValue> = {}
  readonly properties = new Map<string, JsonValue[]>()
  readonly patterns: (readonly [string, JsonValue])[] = []
  readonly additional: JsonValue[] = []
  readonly required = new Set<string>()
  readonly items: JsonValue[] = []
  readonly prefixItems: JsonValue[][] = []
  readonly alternatives: (readonly JsonValue[])[] = []
  readonly #resolve: ResolveReference
  readonly #seen = new Set<JsonObject>()

  constructor(resolve: ResolveReference) {
    this.#resolve = resolve
  }

  /** `isCertain` is false for a schema that holds under a condition only: it says which keys there may be, and no more. */
  add(schema: JsonValue | undefined, isCertain: boolean): void {
    if (schema === undefined || !isJsonObject(schema) || this.#seen.has(schema)) return
    this.#seen.add(schema)
    if (isCertain) this.#addOwn(schema)
    this.#addKeys(schema)
    const { $ref: reference, allOf, dependentSchemas } = schema
    if (typeof reference === 'string') this.add(this.#resolve(reference), isCertain)
    for (const part of listOf(allOf)) this.add(part, isCertain)
    for (const keyword of ['then', 'else']) this.add(schema[keyword], false)
    if (dependentSchemas !== undefined && isJsonObject(dependentSchemas)) {
      for (const part of Object.values(dependentSchemas)) this.add(part, false)
    }
  }

  #addOwn(schema: JsonObject): void {
    for (const [keyword, value] of Object.entries(schema)) {
      const known = Object.hasOwn(this.keywords, keyword) ? this.keywords[keyword] : undefined
      if (known === undefined) this.keywords[keyword] = value
      else if (keyword === 'enum') this.keywords[keyword] = common(listOf(known), listOf(value))
      else if (keyword === 'type') this.keywords[keyword] = commonTypes(known, value)
      else if (typeof known === 'number' && typeof value === 'number') {
        this.keywords[keyword] = TIGHTER[keyword]?.(known, value) ?? known
      }
    }
    for (const key of listOf(schema['required'])) if (typeof key === 'string') this.required.add(key)
    for (const keyword of ['anyOf', 'oneOf']) {
      const list = listOf(schema[keyword])
      if (list.length > 0) this.alternatives.push(list)
    }
    if (schema['items'] !== undefined) this.items.push(schema['items'])
    for (const [index, item] of listOf(schema['prefixItems']).entries()) {
      this.prefixItems[index] = [...(this.prefixItems[index] ?? []), item]
    }
  }

  #addKeys(schema: JsonObject): void {
    const { properties, patternProperties, additionalProperties } = schema
    for (const [key, below] of entriesOf(properties))
      this.properties.set(key, [...(this.properties.get(key) ?? []), below])
    this.patterns.push(...entriesOf(patternProperties))
    if (additionalProperties !== undefined && additionalProperties !== false) this.additional.push(additionalProperties)
  }
}

export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : []
}

function entriesOf(value: JsonValue | undefined): readonly [string, JsonValue][] {
  return value !== undefined && isJsonObject(value) ? Object.entries(value) : []
}

function common(left: readonly JsonValue[], right: readonly JsonValue[]): readonly JsonValue[] {
  return left.filter((item) => right.some((other) => isSameJson(item, other)))
}

function commonTypes(left: JsonValue, right: JsonValue): JsonValue {
  const others = typesOf(right)
  const shared = typesOf(left).flatMap((type) => {
    if (others.includes(type)) return [type]
    if (type === 'number' && others.includes('integer')) return ['integer']
    return type === 'integer' && others.includes('number') ? ['integer'] : []
  })
  return shared.length === 1 ? (shared[0] ?? left) : shared
}

/** The names that the keyword `type` lists. */
export function typesOf(value: JsonValue | undefined): readonly string[] {
  const list = typeof value === 'string' ? [value] : listOf(value)
  return list.filter((item): item is string => typeof item === 'string')
}
