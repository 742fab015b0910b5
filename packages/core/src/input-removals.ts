import type { InputAddress } from './input-address.ts'
import { getInput, unsetInput } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn, setOwn } from './own-key.ts'

/** The paths that are removed from the run config (`file` is null) or from one file. */
export function removedPaths(removals: readonly InputAddress[], file: string | null): readonly InputPath[] {
  return removals.filter((removal) => removal.file === file).map(({ path }) => path)
}

/** A copy of the config without the values at the paths. Mappings stay, even when they become empty, as they do in a file. */
export function removeInputs(tree: JsonObject, paths: readonly InputPath[]): JsonObject {
  let left = tree
  for (const path of paths) if (getInput(left, path) !== undefined) left = removeInput(left, path)
  return left
}

function removeInput(tree: JsonObject, path: InputPath): JsonObject {
  const [key, ...rest] = path
  if (key === undefined) return {}
  const below = getOwn(tree, key)
  if (rest.length === 0 || below === undefined || !isJsonObject(below)) return unsetInput(tree, [key])
  const changed: Record<string, JsonValue> = { ...tree }
  setOwn(changed, key, removeInput(below, rest))
  return changed
}
