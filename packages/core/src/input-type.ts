import type { InputPath } from './input-path.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { setOwn } from './own-key.ts'

/** What kind of value an input holds. `any` is known to hold something, but not what. */
export type InputType =
  | { readonly kind: 'float' | 'int' | 'str' | 'bool' | 'none' | 'any' }
  | { readonly kind: 'list'; readonly element: InputType }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, InputType>> }
  | { readonly kind: 'union'; readonly options: readonly InputType[] }

/** What the source text of a value still tells, where the value itself does not. */
export interface InputTypeHints {
  /** Tells whether the whole number at this path was written as a float (`1.0`). List items add their index to the path. */
  readonly isFloat?: (path: InputPath) => boolean
}

const FLOAT: InputType = { kind: 'float' }
const INT: InputType = { kind: 'int' }
const STR: InputType = { kind: 'str' }
const BOOL: InputType = { kind: 'bool' }
const NONE: InputType = { kind: 'none' }
const ANY: InputType = { kind: 'any' }

/**
 * Finds the type of a value. Whole numbers are `int` unless the hints say that they were written as floats. A list of
 * whole and fractional numbers is `list[float]`; other mixtures are unions in order of appearance; an empty list is `list[any]`.
 */
export function inferInputType(value: JsonValue, hints: InputTypeHints = {}): InputType {
  return infer(value, hints.isFloat, [])
}

/** The form in which types are shown: nested objects stay objects, everything else is text such as `list[int]`. */
export function presentInputType(type: InputType): JsonValue {
  if (type.kind !== 'object') return describeInputType(type)
  const shown: Record<string, JsonValue> = {}
  for (const [key, field] of Object.entries(type.fields)) setOwn(shown, key, presentInputType(field))
  return shown
}

/** A type in a few words for messages and tables: `float`, `list[int]`, `union[int, str]`, `object`. */
export function describeInputType(type: InputType): string {
  switch (type.kind) {
    case 'list':
      return `list[${describeInputType(type.element)}]`
    case 'union':
      return `union[${type.options.map(describeInputType).join(', ')}]`
    case 'object':
    case 'float':
    case 'int':
    case 'str':
    case 'bool':
    case 'none':
    case 'any':
      return type.kind
  }
}

/** Joins types into one: equal ones once, `int` beside `float` becomes `float`, none at all is `any`. */
export function uniteInputTypes(types: Iterable<InputType>): InputType {
  const options = new Map<string, InputType>()
  let last: InputType | null = null
  for (const type of types) {
    if (type === last) continue
    last = type
    for (const option of type.kind === 'union' ? type.options : [type]) options.set(typeKey(option), option)
  }
  if (options.has('float')) options.delete('int')
  const [first, ...others] = options.values()
  if (first === undefined) return ANY
  return others.length === 0 ? first : { kind: 'union', options: [first, ...others] }
}

function infer(value: JsonValue, isFloat: InputTypeHints['isFloat'], path: string[]): InputType {
  if (value === null) return NONE
  if (typeof value === 'number') return Number.isInteger(value) && isFloat?.(path) !== true ? INT : FLOAT
  if (typeof value === 'string') return STR
  if (typeof value === 'boolean') return BOOL
  return isJsonObject(value) ? inferObject(value, isFloat, path) : inferList(value, isFloat, path)
}

// One array serves as the path of the whole walk; it is only read while `isFloat` runs.
function inferObject(value: JsonObject, isFloat: InputTypeHints['isFloat'], path: string[]): InputType {
  const fields: Record<string, InputType> = {}
  for (const key of Object.keys(value)) {
    path.push(key)
    setOwn(fields, key, infer(value[key] as JsonValue, isFloat, path))
    path.pop()
  }
  return { kind: 'object', fields }
}

function inferList(value: readonly JsonValue[], isFloat: InputTypeHints['isFloat'], path: string[]): InputType {
  const elements = value.map((item, index) => {
    path.push(String(index))
    const type = infer(item, isFloat, path)
    path.pop()
    return type
  })
  return { kind: 'list', element: uniteInputTypes(elements) }
}

function typeKey(type: InputType): string {
  return type.kind === 'object' || type.kind === 'list' ? JSON.stringify(type) : type.kind
}
