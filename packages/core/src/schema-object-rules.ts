import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn } from './own-key.ts'
import type { Evaluated, Place } from './schema-finding.ts'
import type { Rule, RuleWalk } from './schema-rule.ts'

/** The keywords that look at an object: its keys and what stands under them. */
export const OBJECT_RULES: Readonly<Record<string, Rule>> = {
  minProperties: countRule('minProperties', (count, bound) => count >= bound),
  maxProperties: countRule('maxProperties', (count, bound) => count <= bound),
  required: (walk, schema, bound, value, place) =>
    !isJsonObject(value) || requireKeys(walk, schema, bound as readonly string[], value, place),
  dependentRequired: (walk, schema, bound, value, place) =>
    everyDependent(bound, value, walk, (keys, object) =>
      requireKeys(walk, schema, keys as readonly string[], object, place),
    ),
  dependentSchemas: (walk, _schema, bound, value, place, seen) =>
    everyDependent(bound, value, walk, (below) => walk.check(below, value, place, seen)),
  propertyNames: (walk, schema, bound, value, place) =>
    everyKey(walk, value, (key) => {
      if (walk.silent.check(bound, key, null, null)) return true
      return walk.fail('propertyNames', schema, key, walk.below(place, key))
    }),
  properties: (walk, _schema, bound, value, place, seen) =>
    everyKey(walk, value, (key, item) => {
      const below = getOwn(bound as JsonObject, key)
      if (below === undefined) return true
      seen?.keys.add(key)
      return walk.check(below, item, walk.below(place, key), null)
    }),
  patternProperties: (walk, _schema, bound, value, place, seen) =>
    everyKey(walk, value, (key, item) => {
      let isValid = true
      for (const [pattern, below] of Object.entries(bound as JsonObject)) {
        if (!walk.pattern(pattern).test(key)) continue
        seen?.keys.add(key)
        isValid = walk.check(below, item, walk.below(place, key), null) && isValid
      }
      return isValid
    }),
  additionalProperties: (walk, schema, bound, value, place, seen) =>
    everyKey(walk, value, (key, item) => {
      if (isNamed(walk, schema, key)) return true
      seen?.keys.add(key)
      return checkOther(walk, 'additionalProperties', schema, bound, item, walk.below(place, key))
    }),
}

/** Checks the keys that no other keyword has looked at; runs after all others. */
export function checkUnevaluatedProperties(
  walk: RuleWalk,
  schema: JsonObject,
  value: JsonValue,
  place: Place,
  seen: Evaluated,
): boolean {
  const rule = schema['unevaluatedProperties']
  if (rule === undefined) return true
  return everyKey(walk, value, (key, item) => {
    if (seen.keys.has(key)) return true
    seen.keys.add(key)
    return checkOther(walk, 'unevaluatedProperties', schema, rule, item, walk.below(place, key))
  })
}

// A key that is forbidden gets a finding of the keyword, so that the message can name the keys that are allowed.
function checkOther(
  walk: RuleWalk,
  keyword: string,
  schema: JsonObject,
  rule: JsonValue,
  item: JsonValue,
  place: Place,
): boolean {
  return rule === false ? walk.fail(keyword, schema, item, place) : walk.check(rule, item, place, null)
}

function isNamed(walk: RuleWalk, schema: JsonObject, key: string): boolean {
  const { properties, patternProperties } = schema
  if (properties !== undefined && Object.hasOwn(properties as JsonObject, key)) return true
  if (patternProperties === undefined) return false
  return Object.keys(patternProperties as JsonObject).some((pattern) => walk.pattern(pattern).test(key))
}

function everyKey(walk: RuleWalk, value: JsonValue, passes: (key: string, item: JsonValue) => boolean): boolean {
  if (!isJsonObject(value)) return true
  let isValid = true
  for (const key of Object.keys(value)) {
    if (passes(key, value[key] as JsonValue)) continue
    if (walk.findings === null) return false
    isValid = false
  }
  return isValid
}

function requireKeys(
  walk: RuleWalk,
  schema: JsonObject,
  keys: readonly string[],
  value: JsonObject,
  place: Place,
): boolean {
  let isValid = true
  for (const key of keys) {
    if (!Object.hasOwn(value, key)) isValid = walk.fail('required', schema, null, walk.below(place, key))
  }
  return isValid
}

function everyDependent(
  dependents: JsonValue,
  value: JsonValue,
  walk: RuleWalk,
  passes: (dependent: JsonValue, object: JsonObject) => boolean,
): boolean {
  if (!isJsonObject(value)) return true
  return everyKey(walk, dependents, (key, dependent) => !Object.hasOwn(value, key) || passes(dependent, value))
}

function countRule(keyword: string, passes: (count: number, bound: number) => boolean): Rule {
  return (walk, schema, bound, value, place) =>
    !isJsonObject(value) || passes(Object.keys(value).length, Number(bound)) || walk.fail(keyword, schema, value, place)
}
