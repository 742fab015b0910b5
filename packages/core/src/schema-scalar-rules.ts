import { isSameJson, jsonTypeMatches } from './json-equality.ts'
import type { JsonValue } from './json.ts'
import { SECRET_REFERENCE } from './secret-reference.ts'
import type { Rule } from './schema-rule.ts'

/** The keywords that look at the value itself: its type, allowed values, bounds, length, pattern and format. */
export const SCALAR_RULES: Readonly<Record<string, Rule>> = {
  type: rule('type', (value, type) =>
    typeof type === 'string'
      ? jsonTypeMatches(type, value)
      : (type as readonly string[]).some((item) => jsonTypeMatches(item, value)),
  ),
  const: rule('const', (value, wanted) => isSameJson(value, wanted)),
  enum: rule('enum', (value, allowed) => (allowed as readonly JsonValue[]).some((item) => isSameJson(item, value))),
  minimum: numberRule('minimum', (value, bound) => value >= bound),
  maximum: numberRule('maximum', (value, bound) => value <= bound),
  exclusiveMinimum: numberRule('exclusiveMinimum', (value, bound) => value > bound),
  exclusiveMaximum: numberRule('exclusiveMaximum', (value, bound) => value < bound),
  multipleOf: numberRule('multipleOf', isMultiple),
  minLength: rule('minLength', (value, bound) => typeof value !== 'string' || countCharacters(value) >= Number(bound)),
  maxLength: rule('maxLength', (value, bound) => typeof value !== 'string' || countCharacters(value) <= Number(bound)),
  pattern: (walk, schema, bound, value, place) =>
    typeof value !== 'string' ||
    walk.pattern(bound as string).test(value) ||
    walk.fail('pattern', schema, value, place),
  format: rule(
    'format',
    (value, format) =>
      format !== 'secret' || value === null || (typeof value === 'string' && SECRET_REFERENCE.test(value)),
  ),
}

function rule(keyword: string, passes: (value: JsonValue, bound: JsonValue) => boolean): Rule {
  return (walk, schema, bound, value, place) => passes(value, bound) || walk.fail(keyword, schema, value, place)
}

function numberRule(keyword: string, passes: (value: number, bound: number) => boolean): Rule {
  return rule(keyword, (value, bound) => typeof value !== 'number' || passes(value, Number(bound)))
}

// 0.3 is a multiple of 0.1 for people, though not in binary.
function isMultiple(value: number, step: number): boolean {
  if (!Number.isFinite(value)) return false
  const quotient = value / step
  if (!Number.isFinite(quotient)) return value % step === 0
  return Math.abs(quotient - Math.round(quotient)) <= 1e-9 * Math.min(1, Math.abs(quotient))
}

// JSON Schema counts characters, not UTF-16 units.
function countCharacters(text: string): number {
  let count = text.length
  for (let index = 1; index < text.length; index++) {
    const isPair = (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(index) & 0xfc00) === 0xdc00
    if (isPair) count--
  }
  return count
}
