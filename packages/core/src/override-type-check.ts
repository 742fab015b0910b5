import type { InputType } from './input-type.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn } from './own-key.ts'

/** How a value suits a captured type. `differs` is accepted with a note; `inexact` is a whole number too large to carry. */
export type TypeVerdict = 'fits' | 'differs' | 'inexact' | 'refused'

const SEVERITY: readonly TypeVerdict[] = ['fits', 'differs', 'inexact', 'refused']

/**
 * Compares an override with the captured type. `none` and `any` tell nothing, so they take everything; an `int` takes a
 * fraction as `differs`; a whole number fits a `float`; true and false are never numbers.
 */
export function checkValueType(type: InputType, value: JsonValue): TypeVerdict {
  switch (type.kind) {
    case 'any':
    case 'none':
      return 'fits'
    case 'float':
      return typeof value === 'number' ? 'fits' : 'refused'
    case 'int':
      return typeof value === 'number' ? checkInt(value) : 'refused'
    case 'str':
      return typeof value === 'string' ? 'fits' : 'refused'
    case 'bool':
      return typeof value === 'boolean' ? 'fits' : 'refused'
    case 'list':
      return Array.isArray(value) ? checkItems(type.element, value as readonly JsonValue[]) : 'refused'
    case 'object':
      return isJsonObject(value) ? checkFields(type.fields, value) : 'refused'
    case 'union':
      return checkOptions(type.options, value)
  }
}

function checkInt(value: number): TypeVerdict {
  if (!Number.isInteger(value)) return 'differs'
  return Number.isSafeInteger(value) ? 'fits' : 'inexact'
}

// What a list holds today is a weak promise, so items of another type are worth a note only.
function checkItems(element: InputType, items: readonly JsonValue[]): TypeVerdict {
  let worst: TypeVerdict = 'fits'
  for (const item of items) {
    const verdict = checkValueType(element, item)
    if (verdict === 'inexact') return verdict
    if (verdict !== 'fits') worst = 'differs'
  }
  return worst
}

function checkFields(fields: Readonly<Record<string, InputType>>, value: JsonObject): TypeVerdict {
  let worst: TypeVerdict = 'fits'
  for (const [key, item] of Object.entries(value)) {
    const field = getOwn(fields, key)
    const verdict = field === undefined ? 'differs' : checkValueType(field, item)
    if (SEVERITY.indexOf(verdict) > SEVERITY.indexOf(worst)) worst = verdict
  }
  return worst
}

function checkOptions(options: readonly InputType[], value: JsonValue): TypeVerdict {
  let best: TypeVerdict = 'refused'
  for (const option of options) {
    // `none` in a union is a real member, not "nothing known".
    const verdict = option.kind === 'none' && value !== null ? 'refused' : checkValueType(option, value)
    if (SEVERITY.indexOf(verdict) < SEVERITY.indexOf(best)) best = verdict
  }
  return best
}
