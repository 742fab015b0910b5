import type { InputType } from './input-type.ts'
import type { InputOverrides, JobInputGroup, JobInputs } from './job-inputs.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { findInputFile } from './override-problems.ts'
import { getOwn, setOwn } from './own-key.ts'

/** Takes out of values those that are inputs of a job version; of a job that accepts any key, all. */
export function pickInputs(inputs: JobInputs, values: InputOverrides): InputOverrides {
  const isOpen = inputs.isPartial || inputs.allowsExtraKeys
  const pickGroup = (group: JobInputGroup | null, tree: JsonObject): JsonObject =>
    isOpen ? tree : group === null ? {} : pickFields(group.type, tree)
  const files: Record<string, JsonObject> = {}
  for (const [path, tree] of Object.entries(values.files)) {
    const name = findInputFile(inputs, path)
    const picked = pickGroup(name === null ? null : (getOwn(inputs.files, name) ?? null), tree)
    if (Object.keys(picked).length > 0) setOwn(files, name ?? path, picked)
  }
  return { config: pickGroup(inputs.config, values.config), files }
}

function pickFields(type: InputType, tree: JsonObject): JsonObject {
  if (type.kind !== 'object') return tree
  const picked: Record<string, JsonValue> = {}
  for (const [key, value] of Object.entries(tree)) {
    const field = getOwn(type.fields, key)
    if (field === undefined) continue
    setOwn(picked, key, field.kind === 'object' && isJsonObject(value) ? pickFields(field, value) : value)
  }
  return picked
}
