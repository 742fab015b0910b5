import { InvalidInputError, isJsonObject, type JsonObject, type JsonValue } from '@slipway/core'
import { parseDocument } from 'yaml'

/** Reads a JSON or YAML file that a person wrote for a command; JSON is YAML too. Throws InvalidInputError with the line. */
export function readConfigText(file: string, text: string): JsonObject {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error !== undefined) throw new InvalidInputError(`Cannot read "${file}": ${error.message.trim()}`)
  const value = (document.toJS({ maxAliasCount: 100 }) ?? {}) as JsonValue
  if (!isJsonObject(value)) {
    throw new InvalidInputError(`Cannot read "${file}": it must hold an object, such as {"overrides": {...}}.`)
  }
  return value
}
