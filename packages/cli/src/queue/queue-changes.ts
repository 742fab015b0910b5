import { flattenInputs, formatInputPath, type JsonObject, type JsonValue } from '@slipway/core'
import type { ExistingQueue } from './upsert-queue.ts'

/** One thing that an update changes; undefined stands for what is not there. */
export interface QueueChange {
  readonly setting: string
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
}

/** What differs between two states of a queue, setting by setting. */
export function compareQueues(before: ExistingQueue, after: ExistingQueue): readonly QueueChange[] {
  return [
    ...compareValue('resource', before.resource, after.resource),
    ...compareValue('priorities', before.isPrioritized, after.isPrioritized),
    ...compareTrees('config', before.config.settings, after.config.settings),
    ...compareTrees('template', before.config.templateVariables, after.config.templateVariables),
  ]
}

function compareValue(setting: string, before: JsonValue, after: JsonValue): readonly QueueChange[] {
  return isEqual(before, after) ? [] : [{ setting, before, after }]
}

function compareTrees(name: string, before: JsonObject, after: JsonObject): readonly QueueChange[] {
  const [old, new_] = [leavesOf(before), leavesOf(after)]
  return [...new Set([...old.keys(), ...new_.keys()])].flatMap((path) =>
    isEqual(old.get(path), new_.get(path))
      ? []
      : [{ setting: `${name}.${path}`, before: old.get(path), after: new_.get(path) }],
  )
}

function leavesOf(tree: JsonObject): ReadonlyMap<string, JsonValue> {
  return new Map(flattenInputs(tree).map(({ path, value }) => [formatInputPath(path), value]))
}

function isEqual(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
