import {
  decodeJobInputs,
  formatInputAddress,
  isJsonObject,
  isSecretInput,
  type JsonObject,
  type JsonValue,
  resolveInputs,
  type ResolvedInput,
  stringifyJson,
} from '@slipway/core'
import type { Candidate } from './candidate.ts'

/** One input of a job in the words of a command line. */
export interface DescribedInput {
  readonly address: string
  readonly type: string
  readonly values: readonly Candidate[]
  readonly isSecret: boolean
}

/** Lists the inputs of a job version as the API carries them. */
export function describeInputs(encoded: unknown): readonly DescribedInput[] {
  const inputs = decodeJobInputs(encoded)
  return resolveInputs(inputs, { config: {}, files: {} }).map((input) => ({
    address: formatInputAddress(input.address),
    type: input.schema === null ? input.type : describe(input.type, input.schema),
    values: valuesOf(input),
    isSecret: isSecretInput(inputs, input.address),
  }))
}

function describe(type: string, { description, title }: JsonObject): string {
  const text = typeof description === 'string' ? description : title
  return typeof text === 'string' ? `${type}: ${text}` : type
}

function valuesOf({ type, default: byDefault, schema }: ResolvedInput): readonly Candidate[] {
  const named = schema === null ? [] : choicesOf(schema)
  const all = [
    ...named,
    ...(type === 'bool' || saysType(schema, 'boolean') ? [true, false] : []),
    ...(named.length === 0 && byDefault !== undefined ? [byDefault] : []),
    ...(saysType(schema, 'null') ? [null] : []),
  ]
  return all.map((value) => ({
    value: writeValue(value),
    ...(stringifyJson(value) === stringifyJson(byDefault ?? null) ? { description: 'default' } : {}),
  }))
}

function choicesOf(schema: JsonObject): readonly JsonValue[] {
  const { enum: listed, const: only } = schema
  const own = Array.isArray(listed) ? (listed as readonly JsonValue[]) : only === undefined ? [] : [only]
  return [...own, ...partsOf(schema).flatMap(choicesOf)]
}

function saysType(schema: JsonObject | null, name: string): boolean {
  if (schema === null) return false
  const { type } = schema
  return (
    type === name ||
    (Array.isArray(type) && type.includes(name)) ||
    partsOf(schema).some((part) => saysType(part, name))
  )
}

function partsOf({ anyOf, oneOf, allOf }: JsonObject): readonly JsonObject[] {
  return [anyOf, oneOf, allOf].flatMap((parts) =>
    Array.isArray(parts) ? (parts as readonly JsonValue[]).filter(isJsonObject) : [],
  )
}

// Text that would be read as something else keeps quotes.
function writeValue(value: JsonValue): string {
  const isPlain =
    typeof value === 'string' &&
    /^[A-Za-z_][\w./@-]*$/u.test(value) &&
    !/^(true|false|null|yes|no|on|off|nan|inf)$/iu.test(value)
  return isPlain ? value : stringifyJson(value)
}
