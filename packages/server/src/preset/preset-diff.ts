import {
  flattenInputs,
  formatInputAddress,
  formatInputPath,
  isSameJson,
  type InputAddress,
  type JsonObject,
  type JsonValue,
  type PresetContent,
} from '@slipway/core'
import type { PresetDifference } from './preset.ts'

/** Lists the values in which two presets differ, inputs first, each in the order in which they are set. */
export function comparePresets(from: PresetContent, to: PresetContent): readonly PresetDifference[] {
  const [before, after] = [listValues(from), listValues(to)]
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  return paths.flatMap((path) => {
    const [old, value] = [before.get(path), after.get(path)]
    if (old !== undefined && value !== undefined && isSameJson(old, value)) return []
    return [{ path, ...(old === undefined ? {} : { from: old }), ...(value === undefined ? {} : { to: value }) }]
  })
}

/** Every value that a preset sets, by the name of its place. */
function listValues(content: PresetContent): ReadonlyMap<string, JsonValue> {
  const { overrides, removals, queue, priority } = content
  const values = new Map<string, JsonValue>()
  const addInputs = (file: InputAddress['file'], tree: JsonObject): void => {
    for (const { path, value } of flattenInputs(tree)) values.set(formatInputAddress({ file, path }), value)
  }
  addInputs(null, overrides.config)
  for (const [file, tree] of Object.entries(overrides.files)) addInputs(file, tree)
  for (const address of removals) values.set(`~${formatInputAddress(address)}`, true)
  if (queue !== null) values.set('queue', queue)
  if (priority !== null) values.set('priority', priority)
  for (const [part, tree] of [
    ['template_variables', content.templateVariables],
    ['resource_args', content.resourceArgs],
  ] as const) {
    for (const { path, value } of flattenInputs(tree)) values.set(`${part}.${formatInputPath(path)}`, value)
  }
  return values
}
