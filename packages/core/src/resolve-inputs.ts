import type { InputAddress } from './input-address.ts'
import { mergeInputs } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import { removedPaths, removeInputs } from './input-removals.ts'
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
  /** True for an input that the launch deletes: it has a default and no value. */
  readonly isRemoved: boolean
  /** What the schema says of this input alone, references resolved one step; null where it says nothing. */
  readonly schema: JsonObject | null
}

/**
 * Lists all inputs with defaults and values: first the run config, then the files, each in declared order; overridden
 * keys that were not captured follow their group. Does not check the overrides. `removals` are taken away before the
 * overrides are laid on.
 */
export function resolveInputs(
  inputs: JobInputs,
  overrides: InputOverrides,
  removals: readonly InputAddress[] = [],
): readonly ResolvedInput[] {
  const files: Record<string, JsonObject> = {}
  for (const [file, tree] of Object.entries(overrides.files)) setOwn(files, findInputFile(inputs, file) ?? file, tree)
  const named = removals.map(({ file, path }) => ({
    file: file === null ? null : (findInputFile(inputs, file) ?? file),
    path,
  }))
  const names = new Set([...Object.keys(inputs.files), ...Object.keys(files)])
  return [
    ...resolveGroup(null, inputs.config, overrides.config, removedPaths(named, null)),
    ...[...names].flatMap((file) =>
      resolveGroup(file, getOwn(inputs.files, file) ?? null, getOwn(files, file) ?? {}, removedPaths(named, file)),
    ),
  ]
}

const NO_GROUP: JobInputGroup = { type: { kind: 'object', fields: {} }, schema: null, defaults: {} }

function resolveGroup(
  file: string | null,
  known: JobInputGroup | null,
  overrides: JsonObject,
  removed: readonly InputPath[],
): ResolvedInput[] {
  const group = known ?? NO_GROUP
  const values = mergeInputs(removeInputs(group.defaults, removed), overrides)
  const type = uniteFields(group.type, inferInputType(group.type.kind === 'object' ? overrides : values))
  const walk = new InputWalk(file, group.schema)
  walk.visit(type, [], { byDefault: group.defaults, value: values, override: overrides, isReplaced: false })
  return walk.found
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

/** What there is at one place: in the defaults, in the merged values, and in the overrides. */
interface InputPlace {
  readonly byDefault: JsonValue | undefined
  readonly value: JsonValue | undefined
  readonly override: JsonValue | undefined
  /** True when a whole group above was replaced by something that is not an object. */
  readonly isReplaced: boolean
}

/** Goes down type, defaults, values and overrides together, so that the cost grows with the inputs, not with their depth. */
class InputWalk {
  readonly found: ResolvedInput[] = []
  readonly #file: string | null
  readonly #schema: JsonObject | null

  constructor(file: string | null, schema: JsonObject | null) {
    this.#file = file
    this.#schema = schema
  }

  visit(type: InputType, path: InputPath, place: InputPlace): void {
    if (type.kind !== 'object') {
      this.#add(type, path, place)
      return
    }
    const keys = Object.keys(type.fields)
    if (path.length > 0 && keys.length === 0) this.#add(type, path, place)
    for (const key of keys) {
      this.visit(type.fields[key] as InputType, [...path, key], {
        byDefault: valueAt(place.byDefault, key),
        value: valueAt(place.value, key),
        override: valueAt(place.override, key),
        isReplaced: place.isReplaced || (place.override !== undefined && !isJsonObject(place.override)),
      })
    }
  }

  #add(type: InputType, path: InputPath, { byDefault, value, override, isReplaced }: InputPlace): void {
    this.found.push({
      address: { file: this.#file, path },
      type: describeInputType(type),
      default: byDefault,
      value,
      isOverridden: isReplaced || override !== undefined,
      isRemoved: byDefault !== undefined && value === undefined,
      schema: this.#schema === null ? null : schemaForPath(this.#schema, path),
    })
  }
}

function valueAt(tree: JsonValue | undefined, key: string): JsonValue | undefined {
  return tree !== undefined && isJsonObject(tree) ? getOwn(tree, key) : undefined
}
