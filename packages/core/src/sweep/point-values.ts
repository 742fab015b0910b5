import { getInput, setInput } from '../input-merge.ts'
import type { InputPath } from '../input-path.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { SweepParameter } from './sweep-parameter.ts'
import type { SearchPoint, Trial } from './trial.ts'

/** A point as a tree of values: `{trainer: {lr: 0.1}}`. */
export function pointToTree(parameters: readonly SweepParameter[], point: SearchPoint): JsonObject {
  let tree: JsonObject = {}
  for (const [index, { path }] of parameters.entries()) tree = setInput(tree, path, point[index] ?? null)
  return tree
}

/**
 * The values of a tree in the order of the parameters; undefined where it has none. In the config of a run that was
 * launched, a parameter `trainer.lr` is a nested value.
 */
export function treeToValues(parameters: readonly SweepParameter[], tree: JsonObject): Trial['values'] {
  return parameters.map(({ path }) => getInput(tree, path) ?? getInput(tree, splitFirst(path)))
}

function splitFirst([first = '', ...rest]: InputPath): InputPath {
  return [...first.split('.'), ...rest]
}

/** A tree of values in the form of agent commands and run configs: `{trainer: {value: {lr: 0.1}}}`. */
export function wrapTree(tree: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, { value }]))
}

/** The tree of agent arguments; a value that is not wrapped counts as it is. */
export function unwrapTree(args: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, unwrap(value)]))
}

function unwrap(value: JsonValue): JsonValue {
  return isJsonObject(value) && value['value'] !== undefined ? value['value'] : value
}
