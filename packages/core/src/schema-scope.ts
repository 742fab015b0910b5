import { type JsonObject, type JsonValue, isJsonObject, stringifyJson } from './json.ts'
import { getOwn } from './own-key.ts'
import { inPlaceSchemas } from './schema-keywords.ts'
import { type ResolveReference, referenceResolver } from './schema-reference.ts'

const DECIDING_KEYWORDS = ['type', 'enum', 'const', 'anyOf', 'oneOf', 'format', '$ref']

const COMBINING_KEYWORDS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependentSchemas']

/** The parts of a schema that speak of one path, so that a walk over overrides can ask what the schema knows there. */
export class SchemaScope {
  readonly #schemas: readonly JsonObject[]
  readonly #resolve: ResolveReference

  constructor(schemas: readonly JsonValue[], resolve: ResolveReference) {
    this.#resolve = resolve
    this.#schemas = expand(schemas, resolve)
  }

  /** The scope of a whole schema; without a schema it knows nothing. */
  static of(schema: JsonObject | null): SchemaScope {
    return schema === null ? new SchemaScope([], () => undefined) : new SchemaScope([schema], referenceResolver(schema))
  }

  /** True when the schema declares this path. */
  get isDeclared(): boolean {
    return this.#schemas.length > 0
  }

  /** True when the schema says which values are allowed here; the captured type then has no say. */
  get decides(): boolean {
    return this.#schemas.some((schema) => DECIDING_KEYWORDS.some((keyword) => schema[keyword] !== undefined))
  }

  /** True when the value here is a secret, in any of the alternatives that the schema offers. */
  get isSecret(): boolean {
    return this.#schemas.some((schema) => schema['format'] === 'secret')
  }

  /** True when the value here, or one in a list here, may be a secret. References at this place are followed already. */
  get mayHoldSecret(): boolean {
    return this.#schemas.some(({ $ref: _followed, ...schema }) =>
      /"format":"secret"|"\$ref"/u.test(stringifyJson(schema)),
    )
  }

  /** The scope of the elements of a list here, wherever they stand in it. */
  elements(): SchemaScope {
    return new SchemaScope(
      this.#schemas.flatMap(({ items, prefixItems, additionalItems, unevaluatedItems, contains }) => [
        ...[items, additionalItems, unevaluatedItems, contains].flatMap((part) => part ?? []),
        ...(Array.isArray(prefixItems) ? (prefixItems as readonly JsonValue[]) : []),
      ]),
      this.#resolve,
    )
  }

  /** The parts as one schema. */
  toSchema(): JsonObject | null {
    const parts = this.#schemas.filter((schema) => schema['$ref'] === undefined)
    return parts.length > 1 ? { allOf: parts } : (parts[0] ?? null)
  }

  /** The scope of a key below. An explicit `additionalProperties` (not `false`) declares every key. */
  below(key: string): SchemaScope {
    return new SchemaScope(
      this.#schemas.flatMap((schema) => schemasForKey(schema, key)),
      this.#resolve,
    )
  }
}

function schemasForKey(schema: JsonObject, key: string): JsonValue[] {
  const { properties, patternProperties, additionalProperties } = schema
  const named = properties !== undefined && isJsonObject(properties) ? getOwn(properties, key) : undefined
  const found = named === undefined ? [] : [named]
  if (patternProperties !== undefined && isJsonObject(patternProperties)) {
    for (const [pattern, below] of Object.entries(patternProperties)) {
      if (new RegExp(pattern, 'u').test(key)) found.push(below)
    }
  }
  if (found.length === 0 && additionalProperties !== undefined && additionalProperties !== false) {
    found.push(additionalProperties === true ? {} : additionalProperties)
  }
  return found
}

function expand(schemas: readonly JsonValue[], resolve: ResolveReference): readonly JsonObject[] {
  const [only] = schemas
  if (only === undefined) return []
  if (schemas.length === 1 && isJsonObject(only) && !COMBINING_KEYWORDS.some((keyword) => keyword in only))
    return [only]
  const found = new Set<JsonObject>()
  const add = (schema: JsonValue | undefined): void => {
    if (schema === undefined || !isJsonObject(schema) || found.has(schema)) return
    found.add(schema)
    const { $ref: reference } = schema
    if (typeof reference === 'string') add(resolve(reference))
    for (const part of inPlaceSchemas(schema)) if (part !== schema['not'] && part !== schema['if']) add(part)
  }
  for (const schema of schemas) add(schema)
  return [...found]
}

/** What a schema says of one path: the one part that speaks of it, or all parts joined by `allOf`; null for none. */
export function schemaForPath(schema: JsonObject, path: readonly string[]): JsonObject | null {
  return scopeAtPath(schema, path).toSchema()
}

/** The parts of a schema that speak of a path. */
export function scopeAtPath(schema: JsonObject, path: readonly string[]): SchemaScope {
  let scope = SchemaScope.of(schema)
  for (const key of path) scope = scope.below(key)
  return scope
}
