import { canonicalJson } from './json-equality.ts'
import type { JsonObject, JsonValue } from './json.ts'
import type { Check } from './schema-finding.ts'

/** The checks of a schema that look at a list: its length and its items. `compile` turns a schema into a check. */
export function listChecks(schema: JsonObject, compile: (schema: JsonValue) => Check): Check[] {
  return [...countChecks(schema), ...itemChecks(schema, compile), ...containsChecks(schema, compile)]
}

/** The check for items that no other part of the schema has looked at; it must run last. */
export function unevaluatedItemsCheck(schema: JsonObject, compile: (schema: JsonValue) => Check): Check[] {
  if (schema['unevaluatedItems'] === undefined) return []
  const check = compile(schema['unevaluatedItems'])
  return [
    (value, place, findings, seen) => {
      if (!isList(value)) return true
      let isValid = true
      for (const [index, item] of value.entries()) {
        if (seen?.items.has(index) === true) continue
        isValid = check(item, { parent: place, key: index }, findings, null) && isValid
        seen?.items.add(index)
      }
      return isValid
    },
  ]
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function countChecks(schema: JsonObject): Check[] {
  const checks: Check[] = []
  const rule = (keyword: string, passes: (list: readonly JsonValue[]) => boolean): void => {
    checks.push((value, place, findings) => {
      if (!isList(value) || passes(value)) return true
      findings?.push({ place, keyword, schema, value })
      return false
    })
  }
  const { minItems, maxItems, uniqueItems } = schema
  if (typeof minItems === 'number') rule('minItems', (list) => list.length >= minItems)
  if (typeof maxItems === 'number') rule('maxItems', (list) => list.length <= maxItems)
  if (uniqueItems === true) rule('uniqueItems', (list) => new Set(list.map(canonicalJson)).size === list.length)
  return checks
}

function itemChecks(schema: JsonObject, compile: (schema: JsonValue) => Check): Check[] {
  const { prefixItems, items } = schema
  const first = isList(prefixItems ?? null) ? (prefixItems as readonly JsonValue[]).map(compile) : []
  const others = items === undefined ? null : compile(items)
  if (first.length === 0 && others === null) return []
  return [
    (value, place, findings, seen) => {
      if (!isList(value)) return true
      let isValid = true
      for (const [index, item] of value.entries()) {
        const check = first[index] ?? others
        if (check === null) break
        seen?.items.add(index)
        if (check(item, findings === null ? null : { parent: place, key: index }, findings, null)) continue
        if (findings === null) return false
        isValid = false
      }
      return isValid
    },
  ]
}

function containsChecks(schema: JsonObject, compile: (schema: JsonValue) => Check): Check[] {
  if (schema['contains'] === undefined) return []
  const check = compile(schema['contains'])
  const { minContains = 1, maxContains = Number.POSITIVE_INFINITY } = schema
  return [
    (value, place, findings, seen) => {
      if (!isList(value)) return true
      let count = 0
      for (const [index, item] of value.entries()) {
        if (!check(item, null, null, null)) continue
        count++
        seen?.items.add(index)
      }
      if (count >= Number(minContains) && count <= Number(maxContains)) return true
      findings?.push({ place, keyword: 'contains', schema, value })
      return false
    },
  ]
}
