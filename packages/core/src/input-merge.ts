import type { InputPath } from './input-path.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn, setOwn } from './own-key.ts'

/** A value of a config with the keys that lead to it. */
export interface InputEntry {
  readonly path: InputPath
  readonly value: JsonValue
}

/**
 * Lays overrides over a config by the client's rule: objects merge deeply, everything else replaces the whole value, and
 * `null` is a value, not a deletion. Keys keep their order, new ones follow. Neither argument is changed.
 */
export function mergeInputs(base: JsonObject, overrides: JsonObject): JsonObject {
  const merged: Record<string, JsonValue> = { ...base }
  for (const key of Object.keys(overrides)) {
    const value = overrides[key] as JsonValue
    const below = getOwn(base, key)
    setOwn(merged, key, isJsonObject(value) && isJsonObject(below) ? mergeInputs(below, value) : value)
  }
  return merged
}

/** A copy of the config with one value set; mappings on the way are made, and scalars on the way are replaced by them. */
export function setInput(tree: JsonObject, path: InputPath, value: JsonValue): JsonObject {
  const [key, ...rest] = path
  if (key === undefined) return isJsonObject(value) ? value : tree
  const below = getOwn(tree, key)
  const changed: Record<string, JsonValue> = { ...tree }
  setOwn(changed, key, rest.length === 0 ? value : setInput(isJsonObject(below) ? below : {}, rest, value))
  return changed
}

/** A copy of the config without the value at a path. Mappings on the way that become empty by it go as well. */
export function unsetInput(tree: JsonObject, path: InputPath): JsonObject {
  const [key, ...rest] = path
  if (key === undefined) return {}
  const below = getOwn(tree, key)
  if (below === undefined || (rest.length > 0 && !isJsonObject(below))) return tree
  const left = rest.length > 0 && isJsonObject(below) ? unsetInput(below, rest) : {}
  if (left === below) return tree
  const kept = Object.entries(tree).filter(([name]) => name !== key || Object.keys(left).length > 0)
  const changed: Record<string, JsonValue> = {}
  for (const [name, value] of kept) setOwn(changed, name, name === key ? left : value)
  return changed
}

/** The value at a path, or undefined where there is none. Does not look into lists. */
export function getInput(tree: JsonObject, path: InputPath): JsonValue | undefined {
  let value: JsonValue | undefined = tree
  for (const key of path) {
    if (!isJsonObject(value)) return undefined
    value = getOwn(value, key)
  }
  return value
}

/** All leaves of a config in order. Lists are leaves, and so are empty mappings. */
export function flattenInputs(tree: JsonObject): readonly InputEntry[] {
  const entries: InputEntry[] = []
  collectLeaves(tree, [], entries)
  return entries
}

function collectLeaves(tree: JsonObject, path: InputPath, entries: InputEntry[]): void {
  for (const key of Object.keys(tree)) {
    const value = tree[key] as JsonValue
    const below = [...path, key]
    if (isJsonObject(value) && Object.keys(value).length > 0) collectLeaves(value, below, entries)
    else entries.push({ path: below, value })
  }
}
