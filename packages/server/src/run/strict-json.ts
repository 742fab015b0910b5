import { InvalidInputError, isJsonObject, parseJson, type JsonObject, type JsonValue } from '@slipway/core'

/** Escapes that JSON allows and Postgres refuses: NUL and halves of surrogate pairs. */
const ESCAPES_TO_MEND = /\\u(?:0000|d[89a-f])/iu

/** Reads a JSON text that has to be an object. Throws InvalidInputError that names `what`. */
export function parseJsonObjectText(what: string, text: string): JsonObject {
  const value = parseJson(text)
  if (!isJsonObject(value)) {
    throw new InvalidInputError(`Cannot store the ${what}: it is not a JSON object. Send an object.`)
  }
  return value
}

/**
 * A copy of a JSON text that the JSON functions of both databases read: bare NaN and Infinity become strings. Null when
 * the text is fine as it is, which is nearly always.
 */
export function toStrictJson(text: string, parsed: JsonValue): string | null {
  if (!ESCAPES_TO_MEND.test(text) && isStrict(text)) return null
  return JSON.stringify(mend(parsed))
}

function isStrict(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function mend(value: JsonValue): JsonValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'string') return mendText(value)
  if (Array.isArray(value)) return value.map(mend)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [mendText(key), mend(item)]))
}

function mendText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\u{fffd}')
}
