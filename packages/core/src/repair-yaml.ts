import { type Node, type YAMLMap, isAlias, isMap } from 'yaml'
import { getInput } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import { isSameJson } from './json-equality.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn, setOwn } from './own-key.ts'
import { yamlNotation } from './patch-yaml.ts'
import { type YamlPair, endOfYamlPair, findYamlPair } from './yaml-pair.ts'
import { applyTextEdits, lineEndOf } from './text-edit.ts'
import { type YamlModel, yamlKeyName } from './yaml-model.ts'
import { type YamlNotation, writeYamlInline, writeYamlKey, writeYamlLines } from './yaml-write.ts'

/** The values that have to be set so that `actual` becomes `expected`, and the mappings that have keys too many. */
export interface YamlDifference {
  readonly values: JsonObject
  readonly surplus: readonly InputPath[]
}

/** Compares what a patched file says with what it should say. Null when both are the same. */
export function compareYaml(actual: JsonObject, expected: JsonObject): YamlDifference | null {
  const surplus: InputPath[] = []
  const values = differences(actual, expected, [], surplus)
  return Object.keys(values).length === 0 && surplus.length === 0 ? null : { values, surplus }
}

function differences(actual: JsonObject, expected: JsonObject, path: InputPath, surplus: InputPath[]): JsonObject {
  const values: Record<string, JsonValue> = {}
  if (Object.keys(actual).some((key) => !Object.hasOwn(expected, key))) surplus.push(path)
  for (const [key, value] of Object.entries(expected)) {
    const found = getOwn(actual, key)
    if (found === undefined) setOwn(values, key, value)
    else if (isJsonObject(found) && isJsonObject(value)) {
      const below = differences(found, value, [...path, key], surplus)
      if (Object.keys(below).length > 0) setOwn(values, key, below)
    } else if (!isSameJson(found, value)) setOwn(values, key, value)
  }
  return values
}

/**
 * Writes out what a mapping inherits, because it got keys by it that it should not have: its alias, or the first alias on
 * the way to it, or else its `<<` becomes plain text. Returns null where nothing is inherited.
 */
export function expandYaml(text: string, model: YamlModel, path: InputPath, expected: JsonObject): string | null {
  let map: Node | null = model.root
  for (const [index, key] of path.entries()) {
    if (!isMap(map)) return null
    const pair = findYamlPair(map, key, model)
    const here = path.slice(0, index + 1)
    if (pair === undefined) return expandMerge(text, model, map, here.slice(0, -1), expected)
    if (isAlias(pair.value)) {
      const copy = writeYamlInline(getInput(expected, here) ?? null, yamlNotation(model, here))
      const [start, end] = pair.value.range ?? [0, 0]
      return applyTextEdits(text, [{ start, end, text: copy }])
    }
    map = pair.value
  }
  return isMap(map) ? expandMerge(text, model, map, path, expected) : null
}

function expandMerge(
  text: string,
  model: YamlModel,
  map: YAMLMap,
  path: InputPath,
  expected: JsonObject,
): string | null {
  const pairs = map.items as YamlPair[]
  const merge = pairs.find((pair) => yamlKeyName(pair.key) === null)
  const wanted = getInput(expected, path)
  if (merge === undefined || wanted === undefined || !isJsonObject(wanted)) return null
  const own = new Set(pairs.map((pair) => yamlKeyName(pair.key)))
  const inherited = Object.fromEntries(Object.entries(wanted).filter(([key]) => !own.has(key)))
  const start = merge.key?.range?.[0] ?? 0
  const end = endOfYamlPair(text, merge)
  return applyTextEdits(text, [{ start, end, text: writeInherited(text, map, inherited, yamlNotation(model, path)) }])
}

function writeInherited(text: string, map: YAMLMap, inherited: JsonObject, notation: YamlNotation): string {
  const token = map.srcToken
  const column = token !== undefined && 'indent' in token ? Math.max(0, token.indent) : 0
  if (map.flow !== true) {
    return writeYamlLines(inherited, ' '.repeat(column), '  ', notation).join(lineEndOf(text)).trimStart()
  }
  return Object.entries(inherited)
    .map(([key, value]) => `${writeYamlKey(key)}: ${writeYamlInline(value, notation, [key])}`)
    .join(', ')
}
