import { type JsonValue, isJsonObject } from '../json.ts'
import type { ResolveReference } from '../schema-reference.ts'
import { type MergedSchema, listOf, mergeSchemas, typesOf } from './merged-schema.ts'

/** One of the values that may be chosen. */
export interface InputChoice {
  readonly value: JsonValue
  /** What the schema calls it; null where it is shown as it is. */
  readonly label: string | null
  readonly description: string | null
}

/** What `anyOf` and `oneOf` come to, null among them told apart. */
export type Alternatives =
  | { readonly kind: 'none'; readonly isNullable: boolean }
  | { readonly kind: 'one'; readonly isNullable: boolean; readonly schema: JsonValue }
  | { readonly kind: 'several'; readonly isNullable: boolean; readonly schemas: readonly JsonValue[] }
  | { readonly kind: 'choices'; readonly isNullable: boolean; readonly choices: readonly InputChoice[] }

/** Keywords that tell alternatives apart. Others, such as `required`, only bound what the rest of the schema says. */
const SHAPING = [
  'type',
  'enum',
  'const',
  '$ref',
  'properties',
  'items',
  'prefixItems',
  'format',
  'anyOf',
  'oneOf',
  'allOf',
]

/** Reads the alternatives of a schema: an optional value, a list of named choices, or a real union. */
export function findAlternatives(merged: MergedSchema, resolve: ResolveReference): Alternatives {
  const list = merged.alternatives.find((candidates) =>
    candidates.some((schema) => isJsonObject(schema) && SHAPING.some((keyword) => schema[keyword] !== undefined)),
  )
  if (list === undefined) return { kind: 'none', isNullable: false }
  const parts = list.map((schema) => ({ schema, merged: mergeSchemas([schema], resolve) }))
  const others = parts.filter((part) => !isNull(part.merged))
  const isNullable = others.length < parts.length
  const [first] = others
  if (first === undefined) return { kind: 'none', isNullable }
  if (others.length === 1) return { kind: 'one', isNullable, schema: first.schema }
  const choices = others.map((part) => readChoice(part.merged))
  if (choices.every((choice) => choice !== null)) return { kind: 'choices', isNullable, choices: choices.flat() }
  return { kind: 'several', isNullable, schemas: others.map(({ schema }) => schema) }
}

function isNull({ keywords }: MergedSchema): boolean {
  const types = typesOf(keywords['type'])
  return (types.length === 1 && types[0] === 'null') || keywords['const'] === null
}

function readChoice({ keywords }: MergedSchema): readonly InputChoice[] | null {
  const { title, description, const: constant } = keywords
  const text = typeof description === 'string' ? description : null
  if (constant !== undefined) {
    return [{ value: constant, label: typeof title === 'string' ? title : null, description: text }]
  }
  const listed = listOf(keywords['enum'])
  if (listed.length === 0 || listed.includes(null)) return null
  return listed.map((value) => ({ value, label: null, description: text }))
}
