import {
  type InputShape,
  InvalidInputError,
  type JsonValue,
  parseJson,
  readPlainValue,
  stringifyJson,
} from '@slipway/core'

/** What a typed text comes to. With a fault it is no value, and the one before it stays. */
export type ReadText =
  | { readonly value: JsonValue; readonly fault: null }
  | { readonly value: undefined; readonly fault: string }

/**
 * Reads what was typed for a number or for a value of any kind: JSON where it begins like it, else as the command line
 * reads it. Text for a number is kept as text, so that it is refused in the same words everywhere.
 */
export function readTyped(shape: InputShape, text: string): ReadText {
  if (isJsonLike(text)) {
    try {
      return { value: parseJson(text), fault: null }
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      return { value: undefined, fault: error.message }
    }
  }
  const isNumber = shape.kind === 'number' || shape.kind === 'integer'
  return { value: readPlainValue(isNumber ? text.trim() : text), fault: null }
}

/** Writes a value so that `readTyped` reads it back. */
export function writeTyped(value: JsonValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') {
    return !isJsonLike(value) && readPlainValue(value) === value ? value : JSON.stringify(value)
  }
  return stringifyJson(value, typeof value === 'object' && value !== null ? 2 : undefined)
}

function isJsonLike(text: string): boolean {
  return /^\s*[[{"]|^\s*-?(?:NaN|Infinity)\s*$/u.test(text)
}
