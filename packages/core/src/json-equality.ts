import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'

/** Tells whether a value is of a JSON Schema type; unknown names match nothing. A whole float is an integer there. */
export function jsonTypeMatches(type: string, value: JsonValue): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value)
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === type
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isJsonObject(value)
    default:
      return false
  }
}

/** Text that is equal for equal values, whatever the order of keys. */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(canonicalJson).join(',')}]`
  const object = value as JsonObject
  const pairs = Object.keys(object)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] as JsonValue)}`)
  return `{${pairs.join(',')}}`
}

/** Tells whether two values are the same, whatever the order of keys. `NaN` equals itself. */
export function isSameJson(left: JsonValue, right: JsonValue): boolean {
  if (left === right) return true
  if (typeof left === 'number' && typeof right === 'number') return Object.is(left, right)
  return typeof left === 'object' && typeof right === 'object' && canonicalJson(left) === canonicalJson(right)
}
