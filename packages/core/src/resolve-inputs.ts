import type { InputAddress } from './input-address.ts'
import { getInput, mergeInputs } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import { type InputType, describeInputType, inferInputType } from './input-type.ts'
import type { InputOverrides, JobInputGroup, JobInputs } from './job-inputs.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { findInputFile } from './override-problems.ts'
import { getOwn, setOwn } from './own-key.ts'
import { schemaForPath } from './schema-scope.ts'

/** One input as a table, a form or a diff shows it. */
export interface ResolvedInput {
  readonly address: InputAddress
  /** The type as it is shown, such as `float` or `list[int]`. */
  readonly type: string
  /** The value without overrides; undefined where none was captured. */
  readonly default: JsonValue | undefined
  /** The value that the run will see. */
  readonly value: JsonValue | undefined
  readonly isOverridden: boolean
  /** What the schema says of this input alone, references resolved one step; null where it says nothing. */
  readonly schema: JsonObject | null
}

/**
 * Lists all inputs with defaults and values: first the run config, then the files, each in declared order; overridden
 * keys that were not captured follow their group. Does not check the overrides.
 */
export function resolveInputs(inputs: JobInputs, overrides: InputOverrides): readonly ResolvedInput[] {
  const files: Record<string, JsonObject> = {}
  for (const [file, tree] of Object.entries(overrides.files)) setOwn(files, findInputFile(inputs, file) ?? file, tree)
  const names = new Set([...Object.keys(inputs.files), ...Object.keys(files)])
  return [
    ...resolveGroup(null, inputs.config, overrides.config),
    ...[...names].flatMap((file) => resolveGroup(file, getOwn(inputs.files, file) ?? null, getOwn(files, file) ?? {})),
  ]
}

const NO_GROUP: JobInputGroup = { type: { kind: 'object', fields: {} }, schema: null, defaults: {} }

function resolveGroup(file: string | null, known: JobInputGroup | null, overrides: JsonObject): ResolvedInput[] {
  const group = known ?? NO_GROUP
  const values = mergeInputs(group.defaults, overrides)
  const type = uniteFields(group.type, inferInputType(group.type.kind === 'object' ? overrides : values))
  const found: ResolvedInput[] = []
  collect(type, [], (path, leaf) => {
    found.push({
      address: { file, path },
      type: describeInputType(leaf),
      default: getInput(group.defaults, path),
      value: getInput(values, path),
      isOverridden: isSet(overrides, path),
      schema: group.schema === null ? null : schemaForPath(group.schema, path),
    })
  })
  return found
}

// The captured type, with fields added for what only the overrides have.
function uniteFields(type: InputType, other: InputType): InputType {
  if (other.kind !== 'object') return type
  if (type.kind !== 'object') return type.kind === 'any' ? other : type
  const fields: Record<string, InputType> = { ...type.fields }
  for (const [key, field] of Object.entries(other.fields)) {
    const known = getOwn(type.fields, key)
    setOwn(fields, key, known === undefined ? field : uniteFields(known, field))
  }
  return { kind: 'object', fields }
}

function collect(type: InputType, path: InputPath, add: (path: InputPath, type: InputType) => void): void {
  if (type.kind === 'object' && (path.length === 0 || Object.keys(type.fields).length > 0)) {
    for (const [key, field] of Object.entries(type.fields)) collect(field, [...path, key], add)
  } else {
    add(path, type)
  }
}

// True also when a whole group above the path was replaced by something that is not an object.
function isSet(overrides: JsonObject, path: InputPath): boolean {
  let value: JsonValue | undefined = overrides
  for (const key of path) {
    if (!isJsonObject(value)) return true
    value = getOwn(value, key)
    if (value === undefined) return false
  }
  return true
}
