import { canonicalJson } from './json-equality.ts'
import type { JsonObject, JsonValue } from './json.ts'
import type { Evaluated, Place } from './schema-finding.ts'
import type { Rule, RuleWalk } from './schema-rule.ts'

type List = readonly JsonValue[]

/** The keywords that look at a list: its length and its items. */
export const LIST_RULES: Readonly<Record<string, Rule>> = {
  minItems: countRule('minItems', (list, bound) => list.length >= Number(bound)),
  maxItems: countRule('maxItems', (list, bound) => list.length <= Number(bound)),
  uniqueItems: countRule(
    'uniqueItems',
    (list, isWanted) => isWanted !== true || new Set(list.map(canonicalJson)).size === list.length,
  ),
  prefixItems: (walk, _schema, bound, value, place, seen) => {
    const schemas = bound as List
    return checkItems(walk, value, 0, schemas.length, (index) => schemas[index] ?? true, place, seen)
  },
  items: (walk, schema, bound, value, place, seen) =>
    checkItems(walk, value, lengthOf(schema['prefixItems']), Infinity, () => bound, place, seen),
  contains: (walk, schema, bound, value, place, seen) => {
    if (!isList(value)) return true
    let count = 0
    for (const [index, item] of value.entries()) {
      if (!walk.silent.check(bound, item, null, null)) continue
      count++
      seen?.items.add(index)
    }
    const { minContains = 1, maxContains = Infinity } = schema
    return (count >= Number(minContains) && count <= Number(maxContains)) || walk.fail('contains', schema, value, place)
  },
}

/** Checks the items that no other keyword has looked at; runs after all others. */
export function checkUnevaluatedItems(
  walk: RuleWalk,
  schema: JsonObject,
  value: JsonValue,
  place: Place,
  seen: Evaluated,
): boolean {
  const rule = schema['unevaluatedItems']
  if (rule === undefined || !isList(value)) return true
  let isValid = true
  for (const [index, item] of value.entries()) {
    if (seen.items.has(index)) continue
    isValid = walk.check(rule, item, walk.below(place, index), null) && isValid
    seen.items.add(index)
  }
  return isValid
}

function checkItems(
  walk: RuleWalk,
  value: JsonValue,
  start: number,
  end: number,
  schemaAt: (index: number) => JsonValue,
  place: Place,
  seen: Evaluated | null,
): boolean {
  if (!isList(value)) return true
  let isValid = true
  for (let index = start; index < Math.min(end, value.length); index++) {
    seen?.items.add(index)
    if (walk.check(schemaAt(index), value[index] as JsonValue, walk.below(place, index), null)) continue
    if (walk.findings === null) return false
    isValid = false
  }
  return isValid
}

function countRule(keyword: string, passes: (list: List, bound: JsonValue) => boolean): Rule {
  return (walk, schema, bound, value, place) =>
    !isList(value) || passes(value, bound) || walk.fail(keyword, schema, value, place)
}

function isList(value: JsonValue): value is List {
  return Array.isArray(value)
}

function lengthOf(value: JsonValue | undefined): number {
  return Array.isArray(value) ? value.length : 0
}
