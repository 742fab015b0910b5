import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { setOwn } from './own-key.ts'

/**
 * Reads a run config from its wire form `{key: {"value": v, "desc": ...}}` (wandb client protocol) into a plain tree. Keys
 * without a `value` are skipped, and so is the client's internal key `_wandb`, which is never an input.
 */
export function unwrapRunConfig(wire: JsonObject): JsonObject {
  const config: Record<string, JsonValue> = {}
  for (const [key, wrapped] of Object.entries(wire)) {
    if (key === '_wandb' || !isJsonObject(wrapped) || wrapped['value'] === undefined) continue
    setOwn(config, key, wrapped['value'])
  }
  return config
}
