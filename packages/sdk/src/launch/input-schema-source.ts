import { InvalidInputError, type JsonObject, KnownError, normalizeInputSchema } from '@slipway/core'
import { toConfig } from '../run/run-config.ts'
import { isStandardSchema, type StandardSchema } from './standard-schema.ts'

/** JSON Schema as an object, or a schema of any library that implements Standard Schema. */
export type InputSchema = StandardSchema | Readonly<Record<string, unknown>>

/** Turns a schema of a library into JSON Schema, for libraries that cannot do it by the standard's extension. */
export type SchemaConverter = (schema: never) => unknown

/**
 * Reads a schema as JSON Schema 2020-12; what the caller gave is not changed. Throws InvalidInputError for what is no schema,
 * and for a library that needs a converter when there is none.
 */
export function readInputSchema(
  schema: InputSchema | undefined,
  converter: SchemaConverter | undefined,
  what: string,
): JsonObject | null {
  if (schema === undefined) return null
  const json = isStandardSchema(schema) ? convert(schema, converter, what) : schema
  const copy = toConfig(json, `the schema of ${what}`)
  normalizeInputSchema(copy)
  return copy
}

function convert(schema: StandardSchema, converter: SchemaConverter | undefined, what: string): unknown {
  const { vendor, jsonSchema } = schema['~standard']
  try {
    // What the type of the converter's argument is, only the caller knows.
    if (converter !== undefined) return (converter as (schema: unknown) => unknown)(schema)
    if (jsonSchema !== undefined) return jsonSchema.input({ target: 'draft-2020-12' })
  } catch (cause) {
    if (cause instanceof KnownError) throw cause
    throw new InvalidInputError(
      `Cannot use the ${vendor} schema of ${what}: it cannot be written as JSON Schema (${cause instanceof Error ? cause.message : String(cause)}). Use only types that JSON has, or give JSON Schema.`,
      { cause },
    )
  }
  throw new InvalidInputError(
    `Cannot use the ${vendor} schema of ${what}: ${vendor} offers no JSON Schema by itself. Give a converter as toJsonSchema${vendor === 'valibot' ? ', such as toJsonSchema from "@valibot/to-json-schema"' : ''}.`,
  )
}
