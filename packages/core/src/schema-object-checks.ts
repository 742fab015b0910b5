import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import type { Check, Finding, Place } from './schema-finding.ts'

type Compile = (schema: JsonValue) => Check

/** The checks of a schema that look at an object: its keys and what stands under them. */
export function objectChecks(schema: JsonObject, compile: Compile): Check[] {
  return [
    ...countChecks(schema),
    ...requiredChecks(schema),
    ...dependentChecks(schema, compile),
    ...nameChecks(schema, compile),
    ...propertyChecks(schema, compile),
  ]
}

/** The check for keys that no other part of the schema has looked at; it must run last. */
export function unevaluatedPropertiesCheck(schema: JsonObject, compile: Compile): Check[] {
  const rule = schema['unevaluatedProperties']
  if (rule === undefined) return []
  const check = compile(rule)
  return [
    (value, place, findings, seen) => {
      if (!isJsonObject(value)) return true
      let isValid = true
      for (const key of Object.keys(value)) {
        if (seen?.keys.has(key) === true) continue
        seen?.keys.add(key)
        const item = value[key] as JsonValue
        if (rule !== false) isValid = check(item, { parent: place, key }, findings, null) && isValid
        else isValid = refuseKey('unevaluatedProperties', schema, item, { parent: place, key }, findings)
      }
      return isValid
    },
  ]
}

function refuseKey(
  keyword: string,
  schema: JsonValue,
  value: JsonValue,
  place: Place,
  findings: Finding[] | null,
): boolean {
  findings?.push({ place, keyword, schema, value })
  return false
}

function countChecks(schema: JsonObject): Check[] {
  const checks: Check[] = []
  const rule = (keyword: string, passes: (count: number) => boolean): void => {
    checks.push((value, place, findings) => {
      if (!isJsonObject(value) || passes(Object.keys(value).length)) return true
      return refuseKey(keyword, schema, value, place, findings)
    })
  }
  const { minProperties, maxProperties } = schema
  if (typeof minProperties === 'number') rule('minProperties', (count) => count >= minProperties)
  if (typeof maxProperties === 'number') rule('maxProperties', (count) => count <= maxProperties)
  return checks
}

function requiredChecks(schema: JsonObject): Check[] {
  const required = schema['required']
  return Array.isArray(required) ? [requireKeys(schema, required as readonly string[])] : []
}

function requireKeys(schema: JsonObject, keys: readonly string[]): Check {
  return (value, place, findings) => {
    if (!isJsonObject(value)) return true
    let isValid = true
    for (const key of keys) {
      if (Object.hasOwn(value, key)) continue
      if (findings === null) return false
      isValid = refuseKey('required', schema, null, { parent: place, key }, findings)
    }
    return isValid
  }
}

function dependentChecks(schema: JsonObject, compile: Compile): Check[] {
  const { dependentRequired, dependentSchemas } = schema
  const checks = new Map<string, Check[]>()
  const add = (key: string, check: Check): void => void checks.set(key, [...(checks.get(key) ?? []), check])
  for (const [key, keys] of entries(dependentRequired)) add(key, requireKeys(schema, keys as readonly string[]))
  for (const [key, below] of entries(dependentSchemas)) add(key, compile(below))
  return [...checks].flatMap(([key, dependents]) =>
    dependents.map(
      (check): Check =>
        (value, place, findings, seen) =>
          !isJsonObject(value) || !Object.hasOwn(value, key) || check(value, place, findings, seen),
    ),
  )
}

function nameChecks(schema: JsonObject, compile: Compile): Check[] {
  if (schema['propertyNames'] === undefined) return []
  const check = compile(schema['propertyNames'])
  return [
    (value, place, findings) => {
      if (!isJsonObject(value)) return true
      let isValid = true
      for (const key of Object.keys(value)) {
        if (check(key, null, null, null)) continue
        isValid = refuseKey('propertyNames', schema, key, { parent: place, key }, findings)
      }
      return isValid
    },
  ]
}

function propertyChecks(schema: JsonObject, compile: Compile): Check[] {
  const { properties, patternProperties, additionalProperties } = schema
  if (properties === undefined && patternProperties === undefined && additionalProperties === undefined) return []
  const named = new Map(entries(properties).map(([key, below]) => [key, compile(below)]))
  const patterns = entries(patternProperties).map(([key, below]) => ({
    expression: new RegExp(key, 'u'),
    check: compile(below),
  }))
  const others = additionalCheck(schema, additionalProperties, compile)
  return [
    (value, place, findings, seen) => {
      if (!isJsonObject(value)) return true
      let isValid = true
      for (const key of Object.keys(value)) {
        const item = value[key] as JsonValue
        const below = findings === null ? null : { parent: place, key }
        const check = named.get(key)
        let isKnown = check !== undefined
        if (check !== undefined) isValid = check(item, below, findings, null) && isValid
        for (const pattern of patterns) {
          if (!pattern.expression.test(key)) continue
          isKnown = true
          isValid = pattern.check(item, below, findings, null) && isValid
        }
        if (!isKnown && others !== null) {
          isKnown = true
          isValid = others(item, below, findings, null) && isValid
        }
        if (isKnown) seen?.keys.add(key)
        if (!isValid && findings === null) return false
      }
      return isValid
    },
  ]
}

// `additionalProperties: false` gets its own finding, so that the message can name the keys that are allowed.
function additionalCheck(schema: JsonObject, rule: JsonValue | undefined, compile: Compile): Check | null {
  if (rule === undefined) return null
  if (rule !== false) return compile(rule)
  return (value, place, findings) => refuseKey('additionalProperties', schema, value, place, findings)
}

function entries(map: JsonValue | undefined): [string, JsonValue][] {
  return map !== undefined && isJsonObject(map) ? Object.entries(map) : []
}
