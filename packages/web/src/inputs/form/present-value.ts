import {
  type InputShape,
  type JsonValue,
  describeInputOrigin,
  isJsonObject,
  isSameJson,
  stringifyJson,
} from '@slipway/core'
import { isList } from '../model/tree-edit.ts'
import type { DraftOrigin } from '../model/input-draft.ts'

const MAX_LENGTH = 60

/** A value in a few characters, for the line below a field. */
export function presentValue(value: JsonValue | undefined): string {
  if (value === undefined) return 'none'
  const text = typeof value === 'string' && value !== '' ? value : stringifyJson(value)
  const line = text.replaceAll(/\s+/gu, ' ')
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line
}

/** Where a value comes from, in a few words. */
export function presentOrigin(origin: DraftOrigin): string {
  return origin.kind === 'typed' ? 'typed here' : describeInputOrigin(origin)
}

/** The bounds of a value in a few words; null without any. */
export function presentBounds({ keywords, kind }: InputShape): string | null {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, minItems, maxItems } =
    keywords
  const parts: string[] = []
  const low = minimum ?? exclusiveMinimum
  const high = maximum ?? exclusiveMaximum
  const below = exclusiveMaximum !== undefined && maximum === undefined ? '<' : '≤'
  const above = exclusiveMinimum !== undefined && minimum === undefined ? '>' : '≥'
  if (low !== undefined && high !== undefined && above === '≥' && below === '≤') {
    parts.push(`${presentValue(low)} … ${presentValue(high)}`)
  } else {
    if (low !== undefined) parts.push(`${above} ${presentValue(low)}`)
    if (high !== undefined) parts.push(`${below} ${presentValue(high)}`)
  }
  if (multipleOf !== undefined) parts.push(`step ${presentValue(multipleOf)}`)
  if (kind === 'integer' && multipleOf === undefined) parts.push('whole number')
  if (minLength !== undefined || maxLength !== undefined) parts.push(presentRange(minLength, maxLength, 'characters'))
  if (minItems !== undefined || maxItems !== undefined) parts.push(presentRange(minItems, maxItems, 'elements'))
  return parts.length === 0 ? null : parts.join(', ')
}

function presentRange(low: JsonValue | undefined, high: JsonValue | undefined, unit: string): string {
  if (low === undefined) return `at most ${presentValue(high)} ${unit}`
  return high === undefined
    ? `at least ${presentValue(low)} ${unit}`
    : `${presentValue(low)} to ${presentValue(high)} ${unit}`
}

/** Whether two values are the same; two that are not there are. Parts that are the same object are not looked into. */
export function isSameValue(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => isSameValue(item, right[index]))
  }
  if (!isJsonObject(left) || !isJsonObject(right)) {
    return left !== undefined && right !== undefined && isSameJson(left, right)
  }
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSameValue(left[key], right[key]))
  )
}
