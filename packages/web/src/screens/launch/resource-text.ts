import { isJsonObject, type JsonObject, patchConfigFile } from '@slipway/core'

/** Writes resource settings as YAML for their field: those of the one kind of resource that they speak of. */
export function formatResourceSettings(resourceArgs: JsonObject): string {
  const settings = Object.values(resourceArgs).find((value) => isJsonObject(value) && Object.keys(value).length > 0)
  return settings !== undefined && isJsonObject(settings) ? patchConfigFile('settings.yaml', '', settings) : ''
}
