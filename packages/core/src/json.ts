import { InvalidInputError } from './errors.ts'
import { readNested, refuseDeepNesting } from './json-depth.ts'
import { findJsonFault } from './json-fault.ts'

/**
 * A value that JSON text can hold. Numbers include `NaN`, `Infinity` and `-Infinity`, because Python's JSON writer, and
 * with it the wandb client, puts them on the wire as bare words.
 */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject

/** A JSON object. Its keys are plain data: `__proto__` and `constructor` have no special meaning. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

const STRINGS_AND_BARE_NUMBERS = /"(?:[^"\\]|\\.)*"?|-?\bInfinity\b|\bNaN\b/gsu

/** Tells a JSON object from lists, null and scalars. Does not look inside. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Reads strict JSON plus the bare words `NaN`, `Infinity` and `-Infinity`, which become the JavaScript numbers of those
 * names. Throws InvalidInputError with line and column, also for text nested more than 500 levels deep.
 */
export function parseJson(text: string): JsonValue {
  const value = parseStrict(text) ?? parseWithBareNumbers(text)
  refuseDeepNesting('the JSON text', value.parsed)
  return value.parsed
}

/**
 * Writes JSON that `parseJson` and Python's `json.loads` read back: `NaN` and the infinities as bare words, instead of
 * the `null` that `JSON.stringify` would write in silence. `indent` is a number of spaces; without it the text is compact.
 */
export function stringifyJson(value: JsonValue, indent?: number): string {
  if (!hasBareNumber(value)) return JSON.stringify(value, null, indent)
  const mark = unusedMark(JSON.stringify(value))
  const marked = JSON.stringify(
    value,
    (_key, item: unknown) => (typeof item === 'number' && !Number.isFinite(item) ? `${mark}${item}` : item),
    indent,
  )
  return marked.replaceAll(new RegExp(`"${mark}(NaN|-?Infinity)"`, 'gu'), '$1')
}

function parseStrict(text: string): { readonly parsed: JsonValue } | null {
  try {
    return { parsed: JSON.parse(text) as JsonValue }
  } catch {
    return null
  }
}

// The bare words are turned into marked strings, so that the platform's own fast parser does the work.
function parseWithBareNumbers(text: string): { readonly parsed: JsonValue } {
  const mark = unusedMark(text)
  const marked = text.replaceAll(STRINGS_AND_BARE_NUMBERS, (token) =>
    token.startsWith('"') ? token : `"${mark}${token}"`,
  )
  try {
    return {
      parsed: JSON.parse(marked, (_key, item: unknown) =>
        typeof item === 'string' && item.startsWith(mark) ? Number(item.slice(mark.length)) : item,
      ) as JsonValue,
    }
  } catch (cause) {
    const fault = readNested('the JSON text', () => findJsonFault(text))
    throw new InvalidInputError(`Cannot read the JSON text: ${fault}. Correct it and try again.`, { cause })
  }
}

function unusedMark(text: string): string {
  let mark = '#number:'
  while (text.includes(mark)) mark = `#${mark}`
  return mark
}

function hasBareNumber(value: JsonValue): boolean {
  if (typeof value === 'number') return !Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(hasBareNumber)
}
