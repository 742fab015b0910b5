import {
  type InputPath,
  type JsonObject,
  type JsonValue,
  isJsonObject,
  isSameJson,
  mergeInputs,
  removeInputs,
} from '@slipway/core'
import { childOf, withKey } from './tree-edit.ts'

/** What turns one tree into another: first the removals, then the overrides. */
export interface TreeDifference {
  readonly overrides: JsonObject
  readonly removals: readonly InputPath[]
}

const NOTHING: TreeDifference = { overrides: {}, removals: [] }

/**
 * The least that turns one tree into the other. Parts that are the same object are not looked into, so that the cost grows
 * with what was edited.
 */
export function compareTrees(from: JsonObject, to: JsonObject): TreeDifference {
  if (from === to) return NOTHING
  const removals: InputPath[] = []
  const overrides = compareObjects(from, to, [], removals) ?? {}
  return { overrides, removals }
}

/** Applies what `compareTrees` found to another tree, as far as it has what is taken away. */
export function applyDifference(tree: JsonObject, { overrides, removals }: TreeDifference): JsonObject {
  return mergeInputs(removeInputs(tree, removals), overrides)
}

/** Whether there is nothing to do. */
export function isNoDifference({ overrides, removals }: TreeDifference): boolean {
  return removals.length === 0 && Object.keys(overrides).length === 0
}

function compareObjects(from: JsonObject, to: JsonObject, path: InputPath, removals: InputPath[]): JsonObject | null {
  let overrides: Record<string, JsonValue> | null = null
  const set = (key: string, value: JsonValue): void => {
    overrides = withOwn(overrides ?? {}, key, value)
  }
  for (const key of Object.keys(from)) {
    if (childOf(to, key) === undefined) removals.push([...path, key])
  }
  for (const key of Object.keys(to)) {
    const value = to[key]
    if (value === undefined) continue
    const old = childOf(from, key)
    if (value === old) continue
    if (old !== undefined && isJsonObject(value) && isJsonObject(old)) {
      const below = compareObjects(old, value, [...path, key], removals)
      if (below !== null) set(key, below)
    } else if (old === undefined || !isSameJson(old, value)) {
      // An object in place of something else is laid on whole; of an object in place of an object only what differs is.
      set(key, value)
    }
  }
  return overrides
}

function withOwn(object: Record<string, JsonValue>, key: string, value: JsonValue): Record<string, JsonValue> {
  if (key === '__proto__') return { ...withKey(object, key, value) }
  object[key] = value
  return object
}
