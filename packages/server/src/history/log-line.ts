import { isJsonObject, parseJson, type JsonObject } from '@slipway/core'

/** A line that a program printed. */
export interface ConsoleLine {
  /** The line's place in the whole output, from 0. */
  readonly number: number
  /** ISO 8601 in UTC; null when the line does not say. */
  readonly timestamp: string | null
  /** `error` for lines of stderr. */
  readonly level: string | null
  /** Which of several writers printed it; only lines of the structured form say so apart from their text. */
  readonly label: string | null
  readonly line: string
}

const PLAIN_LINE = /^(ERROR )?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)Z? (.*)$/su

/** Reads a console line in either of the client's two forms; a line in neither is text. Source: wandb client protocol. */
export function parseConsoleLine(number: number, text: string): ConsoleLine {
  return (
    parseStructured(number, text) ??
    parsePlain(number, text) ?? { number, timestamp: null, level: null, label: null, line: text }
  )
}

function parsePlain(number: number, text: string): ConsoleLine | null {
  const match = PLAIN_LINE.exec(text)
  if (match === null) return null
  const [, error, timestamp = '', line = ''] = match
  return {
    number,
    timestamp: `${timestamp}Z`,
    level: error === undefined ? null : 'error',
    label: null,
    line,
  }
}

function parseStructured(number: number, text: string): ConsoleLine | null {
  const object = text.startsWith('{') ? parseObject(text) : null
  if (object === null || typeof object['content'] !== 'string') return null
  const { ts, level, label, content } = object
  return {
    number,
    timestamp: typeof ts === 'string' ? ts.replace(/(?<!Z|[+-]\d\d:\d\d)$/u, 'Z') : null,
    level: typeof level === 'string' ? level : null,
    label: typeof label === 'string' ? label : null,
    line: content,
  }
}

function parseObject(text: string): JsonObject | null {
  try {
    const value = parseJson(text)
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
