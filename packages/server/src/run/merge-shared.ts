import { isJsonObject, parseJson, stringifyJson, type JsonObject, type JsonValue } from '@slipway/core'
import { parseJsonObjectText } from './strict-json.ts'

/**
 * The config of a run after one of its several programs has sent its own. Each sends only what it set itself, so keys that
 * are missing there stay; of the client's notes under `_wandb`, those of the others stay too. Source: wandb client,
 * `mode="shared"`.
 */
export function mergeSharedConfig(before: string, given: string): string {
  const old = readObject(before)
  const sent = parseJsonObjectText('config', given)
  const merged: Record<string, JsonValue> = { ...old, ...sent }
  const notes = mergeNotes(old['_wandb'], sent['_wandb'])
  if (notes !== undefined) merged['_wandb'] = notes
  return stringifyJson(merged)
}

/**
 * The summary of a run after one of its several programs has sent its own: it knows the values that it logged itself, and
 * those of the others stay.
 */
export function mergeSharedSummary(before: string, given: string): string {
  return stringifyJson(mergeValues(readObject(before), parseJsonObjectText('summary', given)))
}

function mergeNotes(old: JsonValue | undefined, sent: JsonValue | undefined): JsonValue | undefined {
  if (old === undefined || sent === undefined) return sent ?? old
  // The definitions of metrics are a list, of which a program that defines none sends an empty one.
  return mergeValues(old, sent, (left, right) => (right.length === 0 ? left : right))
}

/** Objects key by key; media objects, which name their `_type`, and everything else as sent last. */
function mergeValues(
  old: JsonValue,
  sent: JsonValue,
  mergeLists: (old: readonly JsonValue[], sent: readonly JsonValue[]) => readonly JsonValue[] = (_old, list) => list,
): JsonValue {
  if (Array.isArray(old) && Array.isArray(sent)) return mergeLists(old, sent)
  if (!isPlain(old) || !isPlain(sent)) return sent
  const merged: Record<string, JsonValue> = { ...old }
  for (const [key, value] of Object.entries(sent)) {
    const before = Object.hasOwn(old, key) ? old[key] : undefined
    merged[key] = before === undefined ? value : mergeValues(before, value, mergeLists)
  }
  return merged
}

function isPlain(value: JsonValue): value is JsonObject {
  return isJsonObject(value) && value['_type'] === undefined
}

function readObject(text: string): JsonObject {
  const value = parseJson(text)
  return isJsonObject(value) ? value : {}
}
