import { InvalidInputError, isJsonObject, parseJson, unwrapRunConfig, type JsonValue } from '@slipway/core'
import { splitPath } from './run-field.ts'
import type { RunRecord } from './run.ts'

const MAX_NAMES = 200

/** The values that names such as `config.lr` or `summary_metrics.loss` stand for in a run; null where there is none. */
export function pickRunValues(run: RunRecord, names: readonly string[]): readonly JsonValue[] {
  if (names.length > MAX_NAMES)
    throw new InvalidInputError(`Cannot show ${names.length} values of runs at once: the limit is ${MAX_NAMES}.`)
  if (names.length === 0) return []
  const paths = names.map(splitPath)
  const config = paths.some(([root]) => root === 'config') ? parseJson(run.config) : {}
  const roots: Readonly<Record<string, JsonValue>> = {
    config: isJsonObject(config) ? unwrapRunConfig(config) : {},
    summary_metrics: paths.some(([root]) => root !== 'config') ? parseJson(run.summary) : {},
  }
  return paths.map(([root = '', ...keys]) => pick(Object.hasOwn(roots, root) ? (roots[root] ?? null) : null, keys))
}

function pick(tree: JsonValue, keys: readonly string[]): JsonValue {
  let value: JsonValue = keys.length === 0 ? null : tree
  for (const key of keys) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return null
    value = value[key] ?? null
  }
  // JSON has no other way to say these.
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
}
