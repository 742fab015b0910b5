import {
  flattenInputs,
  formatInputPath,
  getInput,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseInputPath,
  parseJson,
  unwrapRunConfig,
} from '@slipway/core'

/** The config of a run as the program sees it, in the order of its keys: the Python client sends them in any order. */
export function readRunConfig(text: string | null): JsonObject {
  const config = text === null ? null : parseJson(text)
  return config !== null && isJsonObject(config) ? inOrder(unwrapRunConfig(config)) : {}
}

function inOrder(tree: JsonObject): JsonObject {
  const sorted = Object.entries(tree).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, value]) => [key, isJsonObject(value) ? inOrder(value) : value]))
}

/** The latest values of a run's metrics, without what the client keeps for itself. */
export function readSummary(text: string | null): JsonObject {
  const summary = text === null ? null : parseJson(text)
  if (summary === null || !isJsonObject(summary)) return {}
  return Object.fromEntries(Object.entries(summary).filter(([key]) => !key.startsWith('_')))
}

/** The leaves of a tree by their paths, in order. */
export function leavesOf(tree: JsonObject): ReadonlyMap<string, JsonValue> {
  return new Map(flattenInputs(tree).map(({ path, value }) => [formatInputPath(path), value]))
}

/** The value at a path as it is written on a command line; undefined where there is none. */
export function valueAt(tree: JsonObject, path: string): JsonValue | undefined {
  return getInput(tree, parseInputPath(path))
}
