import type { OutputStream } from './terminal.ts'

/** The levels of a log, the most talkative first. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** How much a log says. */
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Writes one line of text for each event: time, level, message, then the fields as JSON. */
export interface TextLog {
  debug(fields: unknown, message?: string): void
  info(fields: unknown, message?: string): void
  warn(fields: unknown, message?: string): void
  error(fields: unknown, message?: string): void
}

/** Creates a log for a person who watches a program on a terminal; events below `level` are left out. */
export function createTextLog(stream: OutputStream, level: LogLevel): TextLog {
  const lowest = LOG_LEVELS.indexOf(level)
  const write = (name: LogLevel) => (fields: unknown, message?: string) => {
    if (LOG_LEVELS.indexOf(name) < lowest) return
    const text = typeof fields === 'string' ? fields : `${message ?? ''} ${showFields(fields)}`.trim()
    stream.write(`${new Date().toISOString()} ${name} ${text}\n`)
  }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

function showFields(fields: unknown): string {
  if (typeof fields !== 'object' || fields === null || Object.keys(fields).length === 0) return ''
  return JSON.stringify(fields, (_key, value: unknown) =>
    value instanceof Error ? (value.stack ?? value.message) : value,
  )
}
