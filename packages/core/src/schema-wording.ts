import { type JsonObject, type JsonValue, isJsonObject, stringifyJson } from './json.ts'
import { nearestName } from './nearest-name.ts'
import type { Finding } from './schema-finding.ts'

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
}

/** Describes a value for a message: short scalars as they are, larger values by kind and size. */
export function describeValue(value: JsonValue): string {
  if (Array.isArray(value)) return value.length === 1 ? 'a list of 1 item' : `a list of ${value.length} items`
  if (isJsonObject(value)) return 'an object'
  const text = stringifyJson(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** Joins what is allowed for a message; from twelve on it says how many more there are. */
export function describeChoices(choices: readonly string[]): string {
  if (choices.length <= 12) return choices.join(', ')
  return `${choices.slice(0, 10).join(', ')} and ${choices.length - 10} more`
}

/** Where a value that breaks a rule stands, for a sentence about it. */
export interface FindingPlace {
  readonly address: string
  /** The steps from the address into a list. */
  readonly items: readonly (string | number)[]
  /** Whether what was given there may be a secret. */
  readonly isSecret: boolean
}

/** Puts one broken rule into a sentence: what was given, what is allowed. A value that may be a secret is left out. */
export function describeFinding(finding: Finding, { address, items, isSecret }: FindingPlace): string {
  const schema = isJsonObject(finding.schema) ? finding.schema : {}
  const subject = describeSubject(address, items)
  const key = items.at(-1) ?? ''
  switch (finding.keyword) {
    case 'required':
      return `Cannot leave out ${subject}: the schema requires it. Give it a value.`
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return describeForeignKey(schema, subject, key === '' ? lastKey(address) : String(key))
    case 'false':
      return `Cannot set ${subject}: the schema allows no value there.`
    case 'propertyNames':
      return `Cannot set ${subject}: the schema does not allow a key of this name.`
    default:
      return `Cannot set ${subject}${isSecret ? '' : ` to ${describeValue(finding.value)}`}: it must be ${describeRule(finding.keyword, schema)}.`
  }
}

function describeSubject(address: string, items: readonly (string | number)[]): string {
  const item = items.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  if (address === '' && item === '') return 'the whole value'
  return `"${address}${item}"`
}

function describeForeignKey(schema: JsonObject, subject: string, key: string): string {
  const known = isJsonObject(schema['properties'] ?? null) ? Object.keys(schema['properties'] as JsonObject) : []
  const nearest = nearestName(key, known)
  const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`
  const allowed = known.length === 0 ? '' : ` Allowed here: ${describeChoices(known)}.`
  return `Cannot set ${subject}: the schema has no such key.${hint}${allowed}`
}

function lastKey(address: string): string {
  return address.slice(address.lastIndexOf('.') + 1)
}

function describeRule(keyword: string, schema: JsonObject): string {
  const bound = schema[keyword] ?? null
  const shown = typeof bound === 'string' ? bound : describeValue(bound)
  switch (keyword) {
    case 'type':
      return describeTypes(bound)
    case 'enum':
      return `one of ${describeChoices(asList(bound).map(describeValue))}`
    case 'const':
      return describeValue(bound)
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return describeBounds(schema)
    case 'multipleOf':
      return `a multiple of ${shown}`
    case 'format':
      return 'a reference to a secret, written secret://NAME'
    case 'pattern':
      return `text that matches ${shown}`
    case 'minLength':
      return `at least ${shown} characters long`
    case 'maxLength':
      return `at most ${shown} characters long`
    case 'minItems':
      return `a list of at least ${shown} items`
    case 'maxItems':
      return `a list of at most ${shown} items`
    case 'uniqueItems':
      return 'a list without repeated items'
    case 'contains':
      return `a list that holds ${describeSchema(bound)}`
    case 'minProperties':
      return `an object with at least ${shown} keys`
    case 'maxProperties':
      return `an object with at most ${shown} keys`
    case 'anyOf':
      return asList(bound).map(describeSchema).join(', or ')
    case 'oneOf':
      return `exactly one of: ${asList(bound).map(describeSchema).join('; ')}`
    case 'not':
      return `something else than ${describeSchema(bound)}`
    default:
      return `allowed by "${keyword}"`
  }
}

function describeBounds(schema: JsonObject): string {
  const parts = [
    ['minimum', 'at least'],
    ['exclusiveMinimum', 'more than'],
    ['maximum', 'at most'],
    ['exclusiveMaximum', 'less than'],
  ] as const
  const bounds = parts.flatMap(([key, words]) =>
    schema[key] === undefined ? [] : [`${words} ${describeValue(schema[key])}`],
  )
  return bounds.join(' and ')
}

function describeTypes(type: JsonValue): string {
  return asList(type)
    .map((item) => (typeof item === 'string' ? (TYPE_WORDS[item] ?? item) : describeValue(item)))
    .join(' or ')
}

function describeSchema(schema: JsonValue): string {
  if (!isJsonObject(schema)) return schema === false ? 'nothing' : 'anything'
  if (schema['format'] === 'secret') return describeRule('format', schema)
  if (schema['const'] !== undefined) return describeRule('const', schema)
  if (schema['enum'] !== undefined) return describeRule('enum', schema)
  if (typeof schema['title'] === 'string') return `"${schema['title']}"`
  const type = schema['type'] === undefined ? '' : describeTypes(schema['type'])
  const bounds = describeBounds(schema)
  if (type === '' && bounds === '') return 'another form (see the schema)'
  return [type, bounds].filter((part) => part !== '').join(' ')
}

function asList(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value]
}
