import { isJsonObject, parseJson, stringifyJson, type JsonObject, type JsonValue } from '@slipway/core'

/** Reads a history line; null when it is not a JSON object, which the client never sends. */
export function parseHistoryLine(line: string): JsonObject | null {
  try {
    return asObject(JSON.parse(line) as JsonValue)
  } catch {
    return parseUnusualLine(line)
  }
}

// Bare NaN and Infinity are rare enough that trying the platform's own parser first is nearly free.
function parseUnusualLine(line: string): JsonObject | null {
  try {
    return asObject(parseJson(line))
  } catch {
    return null
  }
}

/** Shorter text cannot be nested as deep as the reader of JSON allows. */
const MAX_SHALLOW_LENGTH = 1000

/** Tells whether a line is a JSON object that every later reader can walk, however it is nested. */
export function isHistoryLine(line: string): boolean {
  return (line.length < MAX_SHALLOW_LENGTH ? parseHistoryLine(line) : parseUnusualLine(line)) !== null
}

function asObject(value: JsonValue): JsonObject | null {
  return isJsonObject(value) ? value : null
}

/** The step of a row: its `_step`, or its line number where several writers share a run and none of them counts steps. */
export function stepOf(row: JsonObject, lineNumber: number): number {
  const step = row['_step']
  return typeof step === 'number' ? step : lineNumber
}

/** Calls `visit` with each metric of a row. Nested objects are walked; media objects, which name their `_type`, are values. */
export function visitMetrics(row: JsonObject, visit: (key: string, value: JsonValue) => void, prefix = ''): void {
  for (const name in row) {
    const value = row[name]
    if (value === undefined) continue
    const key = prefix === '' ? name : `${prefix}.${name}`
    if (typeof value === 'object' && isJsonObject(value) && value['_type'] === undefined)
      visitMetrics(value, visit, key)
    else visit(key, value)
  }
}

/** The value of a metric by its name with dots; undefined when the row lacks it. */
export function findMetric(row: JsonObject, key: string): JsonValue | undefined {
  if (Object.hasOwn(row, key)) return row[key]
  for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
    const inner = row[key.slice(0, dot)]
    if (inner === undefined || !isJsonObject(inner)) continue
    const found = findMetric(inner, key.slice(dot + 1))
    if (found !== undefined) return found
  }
  return undefined
}

/** A value as strict JSON can carry it: numbers that JSON lacks become their names. */
export function toStrictValue(value: JsonValue): JsonValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value !== 'object' || value === null) return value
  return JSON.parse(
    stringifyJson(value).replaceAll(/("(?:[^"\\]|\\.)*")|(-?\bInfinity\b|\bNaN\b)/gu, quoteWord),
  ) as JsonValue
}

function quoteWord(_match: string, text: string | undefined, word: string | undefined): string {
  return text ?? `"${word ?? ''}"`
}
