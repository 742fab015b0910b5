import { type JsonObject, type JsonValue, isJsonObject } from '@slipway/core'

/** The value at a path that may go into lists, elements by index; undefined where there is none. */
export function valueAt(tree: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  let value = tree
  for (const key of path) value = childOf(value, key)
  return value
}

/** The value under one key, or at one place of a list. */
export function childOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (isList(value)) return isIndex(key) ? value[Number(key)] : undefined
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** A copy of the tree with one value set. Objects on the way are made; what is not beside the path stays the same object. */
export function withValueAt(tree: JsonObject, path: readonly string[], value: JsonValue): JsonObject {
  const changed = setBelow(tree, path, value)
  return isJsonObject(changed) ? changed : tree
}

/** A copy of the tree without one key or element. Objects that become empty stay. */
export function withoutValueAt(tree: JsonObject, path: readonly string[]): JsonObject {
  const above = path.slice(0, -1)
  const key = path.at(-1)
  const parent = valueAt(tree, above)
  if (key === undefined || childOf(parent, key) === undefined) return tree
  if (isList(parent)) return withValueAt(tree, above, parent.toSpliced(Number(key), 1))
  return withValueAt(tree, above, withoutKey(parent as JsonObject, key))
}

/** A copy of an object with one key set in place; a new one comes last. `__proto__` is a key like any other. */
export function withKey(object: JsonObject, key: string, value: JsonValue): JsonObject {
  if (key !== '__proto__') return { ...object, [key]: value }
  return Object.fromEntries([...Object.entries(object).filter(([name]) => name !== key), [key, value]])
}

function withoutKey(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
}

/** Tells a list from other values. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function setBelow(tree: JsonValue | undefined, path: readonly string[], value: JsonValue): JsonValue {
  const [key, ...rest] = path
  if (key === undefined) return value
  const below = setBelow(childOf(tree, key), rest, value)
  if (isList(tree) && isIndex(key)) {
    const index = Math.min(Number(key), tree.length)
    return index === tree.length ? [...tree, below] : tree.with(index, below)
  }
  return withKey(isJsonObject(tree) ? tree : {}, key, below)
}

function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,8})$/u.test(key)
}
