import type { JsonObject, JsonValue } from './json.ts'
import { canonicalJson, jsonTypeMatches } from './json-equality.ts'
import { SECRET_REFERENCE } from './secret-reference.ts'
import type { Check } from './schema-finding.ts'

/** The checks of a schema that look at the value itself: its type, allowed values, bounds, length, pattern and format. */
export function scalarChecks(schema: JsonObject): Check[] {
  const checks: Check[] = []
  const rule = (keyword: string, passes: (value: JsonValue) => boolean): void => {
    checks.push((value, place, findings) => {
      if (passes(value)) return true
      findings?.push({ place, keyword, schema, value })
      return false
    })
  }
  addTypeRules(schema, rule)
  addNumberRules(schema, rule)
  addTextRules(schema, rule)
  return checks
}

type AddRule = (keyword: string, passes: (value: JsonValue) => boolean) => void

function addTypeRules(schema: JsonObject, rule: AddRule): void {
  const { type, const: constant, enum: allowed } = schema
  if (typeof type === 'string') rule('type', (value) => jsonTypeMatches(type, value))
  if (Array.isArray(type)) rule('type', (value) => type.some((item) => jsonTypeMatches(String(item), value)))
  if (constant !== undefined) {
    const wanted = canonicalJson(constant)
    rule('const', (value) => canonicalJson(value) === wanted)
  }
  if (Array.isArray(allowed)) {
    const texts = new Set((allowed as readonly JsonValue[]).map(canonicalJson))
    rule('enum', (value) => texts.has(canonicalJson(value)))
  }
}

function addNumberRules(schema: JsonObject, rule: AddRule): void {
  const add = (keyword: string, passes: (value: number, bound: number) => boolean): void => {
    const bound = schema[keyword]
    if (typeof bound === 'number') rule(keyword, (value) => typeof value !== 'number' || passes(value, bound))
  }
  add('minimum', (value, bound) => value >= bound)
  add('maximum', (value, bound) => value <= bound)
  add('exclusiveMinimum', (value, bound) => value > bound)
  add('exclusiveMaximum', (value, bound) => value < bound)
  add('multipleOf', isMultiple)
}

// 0.3 is a multiple of 0.1 for people, though not in binary.
function isMultiple(value: number, step: number): boolean {
  if (!Number.isFinite(value)) return false
  const quotient = value / step
  if (!Number.isFinite(quotient)) return value % step === 0
  return Math.abs(quotient - Math.round(quotient)) <= 1e-9 * Math.min(1, Math.abs(quotient))
}

function addTextRules(schema: JsonObject, rule: AddRule): void {
  const { minLength, maxLength, pattern, format } = schema
  if (typeof minLength === 'number')
    rule('minLength', (value) => typeof value !== 'string' || length(value) >= minLength)
  if (typeof maxLength === 'number')
    rule('maxLength', (value) => typeof value !== 'string' || length(value) <= maxLength)
  if (typeof pattern === 'string') {
    const expression = new RegExp(pattern, 'u')
    rule('pattern', (value) => typeof value !== 'string' || expression.test(value))
  }
  if (format === 'secret') {
    rule('format', (value) => value === null || (typeof value === 'string' && SECRET_REFERENCE.test(value)))
  }
}

// JSON Schema counts characters, not UTF-16 units.
function length(text: string): number {
  let count = 0
  for (const character of text) count += character === '' ? 0 : 1
  return count
}
