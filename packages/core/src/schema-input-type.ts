import { inferInputType, type InputType, uniteInputTypes } from './input-type.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { setOwn } from './own-key.ts'
import { type ResolveReference, referenceResolver } from './schema-reference.ts'

const SCALARS: Readonly<Record<string, InputType>> = {
  number: { kind: 'float' },
  integer: { kind: 'int' },
  string: { kind: 'str' },
  boolean: { kind: 'bool' },
  null: { kind: 'none' },
}

/** What a schema tells of the inputs that it declares. */
export interface DeclaredInputs {
  /** A leaf for each property that holds no properties of its own; `any` where the schema leaves the type open. */
  readonly type: InputType
  /** The values of the `default` keywords. */
  readonly defaults: JsonObject
}

/** Reads the inputs that a normalised schema declares by its properties, for a job that no run has captured yet. */
export function inputsOfSchema(schema: JsonObject): DeclaredInputs {
  const { type, value } = read(schema, { resolve: referenceResolver(schema), followed: new Set() })
  return { type, defaults: value !== undefined && isJsonObject(value) ? value : {} }
}

interface Declared {
  readonly type: InputType
  readonly value: JsonValue | undefined
}

interface Place {
  readonly resolve: ResolveReference
  /** The references that led here: one that leads to itself would never end. */
  readonly followed: ReadonlySet<string>
}

function read(schema: JsonValue, place: Place): Declared {
  if (!isJsonObject(schema)) return { type: { kind: 'any' }, value: undefined }
  const { $ref: reference, default: value, type, properties, enum: choices } = schema
  if (typeof reference === 'string') {
    if (place.followed.has(reference)) return { type: { kind: 'any' }, value }
    const target = read(place.resolve(reference) ?? {}, { ...place, followed: new Set([...place.followed, reference]) })
    return { type: target.type, value: value ?? target.value }
  }
  if (properties !== undefined && isJsonObject(properties)) return readFields(properties, value, place)
  if (type === 'array') {
    return { type: { kind: 'list', element: read(schema['items'] ?? {}, place).type }, value }
  }
  const named = typeof type === 'string' ? SCALARS[type] : undefined
  if (named !== undefined) return { type: named, value }
  const list = Array.isArray(choices) ? (choices as readonly JsonValue[]) : []
  return { type: uniteInputTypes(list.map((choice) => inferInputType(choice))), value }
}

function readFields(properties: JsonObject, whole: JsonValue | undefined, place: Place): Declared {
  const fields: Record<string, InputType> = {}
  const values: Record<string, JsonValue> = whole !== undefined && isJsonObject(whole) ? { ...whole } : {}
  for (const [key, property] of Object.entries(properties)) {
    const { type, value } = read(property, place)
    setOwn(fields, key, type)
    if (value !== undefined && !Object.hasOwn(values, key)) setOwn(values, key, value)
  }
  return { type: { kind: 'object', fields }, value: Object.keys(values).length === 0 ? undefined : values }
}
