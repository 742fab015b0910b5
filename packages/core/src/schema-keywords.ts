import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'

/** How a schema keyword holds further schemas. */
export type SchemaHolding = 'schema' | 'list' | 'map'

/** The keywords of JSON Schema 2020-12 that hold schemas (with `definitions`, which older writers use for `$defs`). */
export const SCHEMA_HOLDERS: Readonly<Record<string, SchemaHolding>> = {
  $defs: 'map',
  definitions: 'map',
  properties: 'map',
  patternProperties: 'map',
  dependentSchemas: 'map',
  allOf: 'list',
  anyOf: 'list',
  oneOf: 'list',
  prefixItems: 'list',
  items: 'schema',
  contains: 'schema',
  additionalProperties: 'schema',
  propertyNames: 'schema',
  unevaluatedItems: 'schema',
  unevaluatedProperties: 'schema',
  contentSchema: 'schema',
  not: 'schema',
  if: 'schema',
  // eslint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: 'schema',
  else: 'schema',
}

/** Calls back for each schema directly inside a schema. */
export function visitSubschemas(schema: JsonObject, visit: (schema: JsonValue) => void): void {
  for (const key of Object.keys(schema)) {
    if (!Object.hasOwn(SCHEMA_HOLDERS, key)) continue
    const value = schema[key] as JsonValue
    if (SCHEMA_HOLDERS[key] === 'schema') visit(value)
    else if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value)) visit(item)
    }
  }
}

/** The schemas that look at the same value as this one: parts of it, not of what lies below. */
export function inPlaceSchemas(schema: JsonObject): JsonValue[] {
  const found: JsonValue[] = []
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    const list = schema[key]
    if (Array.isArray(list)) found.push(...(list as readonly JsonValue[]))
  }
  for (const key of ['not', 'if', 'then', 'else']) {
    if (schema[key] !== undefined) found.push(schema[key])
  }
  const dependent = schema['dependentSchemas']
  if (dependent !== undefined && isJsonObject(dependent)) found.push(...Object.values(dependent))
  return found
}
