import { type InputType, InvalidInputError, type JsonValue } from '@slipway/core'
import { parseDocument } from 'yaml'

const INTEGER = /^[+-]?\d+$/
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/
const WORDS: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['~', null],
])
const BOOLEAN_WORDS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['on', true],
  ['1', true],
  ['no', false],
  ['off', false],
  ['0', false],
])

/**
 * Reads a value as it is typed on a command line. Lists, objects and quoted text are written as in JSON or YAML; `true`,
 * `false`, `null` and numbers are what they look like; everything else is text. Where the input is known to be text, all
 * but quotes is kept as it is, so that `--set model=123` stays text. Throws InvalidInputError.
 */
export function parseValue(text: string, type: InputType | null, address: string): JsonValue {
  if (/^(["']).*\1$/s.test(text)) return parseFlow(text, address)
  if (type?.kind === 'str') return text
  if (/^["'[{]/.test(text)) return parseFlow(text, address)
  const boolean = type?.kind === 'bool' ? BOOLEAN_WORDS.get(text.toLowerCase()) : undefined
  if (boolean !== undefined) return boolean
  const word = WORDS.get(text.toLowerCase())
  if (word !== undefined) return word
  return NUMBER.test(text) ? parseNumber(text, address) : text
}

function parseNumber(text: string, address: string): number {
  const value = Number(text)
  if (Number.isFinite(value) && (!INTEGER.test(text) || Number.isSafeInteger(value))) return value
  throw new InvalidInputError(
    `Cannot set "${address}" to ${text}: the number is too large to be passed on exactly. Quote it to pass it as text.`,
  )
}

function parseFlow(text: string, address: string): JsonValue {
  const document = parseDocument(text, { version: '1.2', schema: 'core' })
  const [error] = document.errors
  if (error === undefined) return document.toJS({ maxAliasCount: 0 }) as JsonValue
  const reason = error.message.split('\n')[0]?.replace(/ at line \d+, column (\d+):?$/, ' at character $1')
  throw new InvalidInputError(
    `Cannot set "${address}" to ${text}: ${reason}. Write lists and objects as in JSON or YAML, such as [1, 2] or {a: 1}.`,
  )
}
