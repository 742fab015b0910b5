import type { InputOverrides, JobInputs } from './job-inputs.ts'
import { isSameJson } from './json-equality.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { findInputFile } from './override-problems.ts'
import { getOwn, setOwn } from './own-key.ts'
import { mergeInputs } from './input-merge.ts'

/**
 * The smallest overrides that give a run the same inputs: what is as it is by default is left out. Two launches of a job
 * version have the same inputs exactly when these are equal, whatever the order of keys, and however a file's path is
 * written. The cost grows with the overrides, not with the config.
 */
export function leastOverrides(inputs: JobInputs, overrides: InputOverrides): InputOverrides {
  const files: Record<string, JsonObject> = {}
  for (const [path, tree] of Object.entries(overrides.files)) {
    const name = findInputFile(inputs, path) ?? path
    setOwn(files, name, mergeInputs(getOwn(files, name) ?? {}, tree))
  }
  const least: Record<string, JsonObject> = {}
  for (const [name, tree] of Object.entries(files)) {
    const changed = withoutDefaults(getOwn(inputs.files, name)?.defaults ?? {}, tree)
    if (Object.keys(changed).length > 0) setOwn(least, name, changed)
  }
  return { config: withoutDefaults(inputs.config?.defaults ?? {}, overrides.config), files: least }
}

function withoutDefaults(defaults: JsonObject, overrides: JsonObject): JsonObject {
  const kept: Record<string, JsonValue> = {}
  for (const [key, value] of Object.entries(overrides)) {
    const byDefault = getOwn(defaults, key)
    if (byDefault === undefined) {
      setOwn(kept, key, value)
    } else if (isJsonObject(value) && isJsonObject(byDefault)) {
      const below = withoutDefaults(byDefault, value)
      if (Object.keys(below).length > 0) setOwn(kept, key, below)
    } else if (!isSameJson(byDefault, value)) {
      setOwn(kept, key, value)
    }
  }
  return kept
}
