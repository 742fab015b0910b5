import { type JsonObject, type JsonValue, stringifyJson } from '@slipway/core'

/** The run config as it is sent: each value wrapped, the client's own key beside them (wandb client protocol). */
export function formatWireConfig(config: JsonObject, internal: JsonObject): string {
  const wire: [string, JsonValue][] = Object.entries(config).map(([key, value]) => [key, { value }])
  return stringifyJson(Object.fromEntries([...wire, ['_wandb', { value: internal }]]))
}
