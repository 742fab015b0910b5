import { InvalidInputError, isJsonObject, type JsonObject } from '@slipway/core'
import { readConfigText } from '../read-config-text.ts'

/** Reads `--template NAME=SCHEMA`, the schema in JSON or YAML, such as `memory={type: integer, maximum: 64}`. */
export function readTemplateVariable(text: string): readonly [name: string, variable: JsonObject] {
  const at = text.indexOf('=')
  const name = text.slice(0, at).trim()
  const written = text.slice(at + 1).trim()
  const schema = at > 0 && written.startsWith('{') ? readConfigText(`--template ${name}`, written) : null
  if (schema !== null && isJsonObject(schema)) return [name, { schema }]
  throw new InvalidInputError(
    `Cannot read the template variable "${text}": give NAME=SCHEMA, such as --template 'memory={type: integer, maximum: 64}'.`,
  )
}
