import { InvalidInputError } from './errors.ts'
import { type InputType, inferInputType } from './input-type.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn, setOwn } from './own-key.ts'

/** One group of inputs of a job: the run config, or one config file. */
export interface JobInputGroup {
  /** What can be set. Only paths in this tree are inputs; `any` leaves everything below it open. */
  readonly type: InputType
  /** A normalised JSON Schema, or null. Where it speaks of a path, it decides instead of `type`. */
  readonly schema: JsonObject | null
  /** The values used where nothing is overridden. */
  readonly defaults: JsonObject
}

/** All that can be set when a job version is launched. */
export interface JobInputs {
  /** The run config's inputs; null when the job takes none there. */
  readonly config: JobInputGroup | null
  /** The inputs in config files, by their path inside the code folder. */
  readonly files: Readonly<Record<string, JobInputGroup>>
  /** True while no run has shown what the inputs are: everything is accepted. */
  readonly isPartial: boolean
  /** True when the job opted in to keys that were not captured. */
  readonly allowsExtraKeys: boolean
}

/** What a launch asks for: partial trees for the run config and for config files. */
export interface InputOverrides {
  readonly config: JsonObject
  readonly files: Readonly<Record<string, JsonObject>>
}

/** Writes job inputs as the JSON that the API carries and the server stores. `decodeJobInputs` reads it back. */
export function encodeJobInputs(inputs: JobInputs): JsonObject {
  const files: Record<string, JsonValue> = {}
  for (const [path, group] of Object.entries(inputs.files)) setOwn(files, path, encodeGroup(group))
  return {
    config: inputs.config === null ? null : encodeGroup(inputs.config),
    files,
    isPartial: inputs.isPartial,
    allowsExtraKeys: inputs.allowsExtraKeys,
  }
}

/** Reads job inputs from the JSON of `encodeJobInputs`. Throws InvalidInputError when it is something else. */
export function decodeJobInputs(value: unknown): JobInputs {
  if (!isJsonObject(value)) throw refusal('the value', 'an object')
  const { config = null, files = {}, isPartial = false, allowsExtraKeys = false } = value
  if (!isJsonObject(files)) throw refusal('"files"', 'an object')
  const groups: Record<string, JobInputGroup> = {}
  for (const [path, group] of Object.entries(files)) setOwn(groups, path, decodeGroup(path, group))
  return {
    config: config === null ? null : decodeGroup('config', config),
    files: groups,
    isPartial: isPartial === true,
    allowsExtraKeys: allowsExtraKeys === true,
  }
}

function encodeGroup(group: JobInputGroup): JsonObject {
  return { type: encodeType(group.type), schema: group.schema, defaults: group.defaults }
}

function encodeType(type: InputType): JsonObject {
  switch (type.kind) {
    case 'list':
      return { kind: 'list', element: encodeType(type.element) }
    case 'union':
      return { kind: 'union', options: type.options.map(encodeType) }
    case 'object': {
      const fields: Record<string, JsonValue> = {}
      for (const [key, field] of Object.entries(type.fields)) setOwn(fields, key, encodeType(field))
      return { kind: 'object', fields }
    }
    case 'float':
    case 'int':
    case 'str':
    case 'bool':
    case 'none':
    case 'any':
      return { kind: type.kind }
  }
}

function decodeGroup(name: string, value: JsonValue): JobInputGroup {
  if (!isJsonObject(value)) throw refusal(`"${name}"`, 'an object')
  const { schema = null, defaults = {} } = value
  if (!isJsonObject(defaults)) throw refusal(`"defaults" of "${name}"`, 'an object')
  if (schema !== null && !isJsonObject(schema)) throw refusal(`"schema" of "${name}"`, 'an object or null')
  const type = value['type'] === undefined ? inferInputType(defaults) : decodeType(name, value['type'])
  return { type, schema, defaults }
}

function decodeType(name: string, value: JsonValue): InputType {
  const wanted = 'an input type with a known "kind"'
  if (!isJsonObject(value)) throw refusal(`the type of "${name}"`, wanted)
  switch (value['kind']) {
    case 'float':
    case 'int':
    case 'str':
    case 'bool':
    case 'none':
    case 'any':
      return { kind: value['kind'] }
    case 'list':
      return { kind: 'list', element: decodeType(name, value['element'] ?? null) }
    case 'union':
      return { kind: 'union', options: listOf(value['options']).map((option) => decodeType(name, option)) }
    case 'object': {
      const fields: Record<string, InputType> = {}
      const encoded = getOwn(value, 'fields')
      if (encoded === undefined || !isJsonObject(encoded)) throw refusal(`the type of "${name}"`, wanted)
      for (const [key, field] of Object.entries(encoded)) setOwn(fields, key, decodeType(name, field))
      return { kind: 'object', fields }
    }
    default:
      throw refusal(`the type of "${name}"`, wanted)
  }
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : []
}

function refusal(what: string, wanted: string): InvalidInputError {
  return new InvalidInputError(`Cannot read the job inputs: ${what} must be ${wanted}. Capture the job again.`)
}
