import {
  flattenInputs,
  formatInputAddress,
  formatInputPath,
  isSameJson,
  listOverrides,
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
  for (const { address, value } of listOverrides(overrides)) values.set(formatInputAddress(address), value)
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
