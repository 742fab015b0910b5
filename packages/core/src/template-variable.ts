import { InvalidInputError, type Problem } from './errors.ts'
import { type JsonObject, type JsonValue, isJsonObject, stringifyJson } from './json.ts'
import { nearestName } from './nearest-name.ts'
import { getOwn } from './own-key.ts'

/** A hole in a queue's resource config that the launcher may fill, and its bounds. */
export interface TemplateVariable {
  readonly name: string
  readonly schema: TemplateVariableSchema
}

/** The bounds of a template variable. Without a default a value must be given. */
export interface TemplateVariableSchema {
  readonly type: 'string' | 'integer' | 'number'
  readonly default?: JsonValue
  readonly minimum?: number
  readonly maximum?: number
  readonly enum?: readonly JsonValue[]
}

const HOLE = /\{\{\s*([\w.-]+)\s*\}\}/gu
const WHOLE_HOLE = /^\{\{\s*([\w.-]+)\s*\}\}$/u

/** The names in `{{...}}` in the texts of a resource config, each once, in order of appearance. Keys are not looked at. */
export function findTemplateVariables(config: JsonValue): readonly string[] {
  const names = new Set<string>()
  visitTexts(config, (text) => {
    for (const match of text.matchAll(HOLE)) names.add(match[1] ?? '')
  })
  return [...names]
}

/**
 * Reads the schema of a template variable as a queue's administrator wrote it; `float` is accepted for `number`. Throws
 * InvalidInputError.
 */
export function parseTemplateVariableSchema(name: string, raw: unknown): TemplateVariableSchema {
  const refuse = (why: string): InvalidInputError =>
    new InvalidInputError(`Cannot use the schema of template variable "${name}": ${why}.`)
  if (!isJsonObject(raw)) throw refuse('it is not a JSON object')
  const type = raw['type'] === 'float' ? 'number' : raw['type']
  if (type !== 'string' && type !== 'integer' && type !== 'number') {
    throw refuse('"type" must be "string", "integer" or "number"')
  }
  const { minimum = null, maximum = null, enum: allowed = null } = raw
  if (minimum !== null && typeof minimum !== 'number') throw refuse('"minimum" must be a number')
  if (maximum !== null && typeof maximum !== 'number') throw refuse('"maximum" must be a number')
  if (allowed !== null && !Array.isArray(allowed)) throw refuse('"enum" must be a list')
  return {
    type,
    ...(raw['default'] === undefined ? {} : { default: raw['default'] }),
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
    ...(allowed === null ? {} : { enum: allowed as readonly JsonValue[] }),
  }
}

/**
 * Fills the holes of a resource config. A text that is nothing but a hole becomes the value with its own type (the integer
 * 2, the text "1"); inside longer text the value is written out. A missing value takes the default. Holes that are not
 * declared stay. Throws InvalidInputError with one problem for each variable that is unknown, missing or out of bounds.
 */
export function fillTemplate(config: JsonValue, variables: readonly TemplateVariable[], values: JsonObject): JsonValue {
  const problems: Problem[] = []
  const filled = new Map<string, JsonValue>()
  for (const { name, schema } of variables) {
    const value = getOwn(values, name) ?? schema.default
    const problem = value === undefined ? `needs a value: ${describeBounds(schema)}` : findValueProblem(schema, value)
    if (problem !== null) problems.push({ path: name, message: `Template variable "${name}" ${problem}.` })
    if (value !== undefined) filled.set(name, value)
  }
  const names = variables.map((variable) => variable.name)
  for (const name of Object.keys(values)) {
    if (!names.includes(name)) problems.push({ path: name, message: describeUnknown(name, names) })
  }
  if (problems.length > 0) {
    throw new InvalidInputError(
      `Cannot fill the queue's resource config: ${problems.map((problem) => problem.message).join(' ')}`,
      { problems },
    )
  }
  return fill(config, filled)
}

/** What is wrong with a template variable's own default, as a sentence; null where it is allowed or there is none. */
export function findDefaultProblem({ name, schema }: TemplateVariable): string | null {
  if (schema.default === undefined) return null
  const problem = findValueProblem(schema, schema.default)
  return problem === null ? null : `The default of template variable "${name}" ${problem}.`
}

function findValueProblem(schema: TemplateVariableSchema, value: JsonValue): string | null {
  const isType =
    schema.type === 'string'
      ? typeof value === 'string'
      : typeof value === 'number' && (schema.type === 'number' ? Number.isFinite(value) : Number.isInteger(value))
  const isAllowed = schema.enum === undefined || schema.enum.includes(value)
  const isInBounds =
    typeof value !== 'number' ||
    (value >= (schema.minimum ?? Number.NEGATIVE_INFINITY) && value <= (schema.maximum ?? Number.POSITIVE_INFINITY))
  if (isType && isAllowed && isInBounds) return null
  return `was given ${stringifyJson(value)}; allowed is ${describeBounds(schema)}`
}

function describeBounds(schema: TemplateVariableSchema): string {
  if (schema.enum !== undefined) return `one of ${schema.enum.map((item) => stringifyJson(item)).join(', ')}`
  const kind = { string: 'a text', integer: 'a whole number', number: 'a number' }[schema.type]
  const from = schema.minimum === undefined ? '' : ` from ${schema.minimum}`
  const to = schema.maximum === undefined ? '' : ` up to ${schema.maximum}`
  return `${kind}${from}${to}`
}

function describeUnknown(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names)
  const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`
  const known = names.length === 0 ? 'The queue has none.' : `The queue has: ${names.join(', ')}.`
  return `Template variable "${name}" does not exist.${hint} ${known}`
}

function fill(config: JsonValue, values: ReadonlyMap<string, JsonValue>): JsonValue {
  if (typeof config === 'string') {
    const whole = values.get(WHOLE_HOLE.exec(config)?.[1] ?? '')
    if (whole !== undefined) return whole
    return config.replaceAll(HOLE, (hole, name: string) => {
      const value = values.get(name)
      if (value === undefined) return hole
      return typeof value === 'string' ? value : stringifyJson(value)
    })
  }
  if (typeof config !== 'object' || config === null) return config
  if (Array.isArray(config)) return (config as readonly JsonValue[]).map((item) => fill(item, values))
  return Object.fromEntries(Object.entries(config).map(([key, item]) => [key, fill(item, values)]))
}

function visitTexts(value: JsonValue, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value)
  else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) visitTexts(item, visit)
  }
}
