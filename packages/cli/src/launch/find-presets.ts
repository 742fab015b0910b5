import { CliPresetLayersDocument, type CliPresetLayersQuery } from '@slipway/api'
import type { ApiClient } from '@slipway/sdk'

/** One version of a preset as the server describes it. */
export type PresetVersion = CliPresetLayersQuery['presetLayers'][number]

/** Finds presets by their names, with all that they build on, the lowest first. */
export async function findPresets(api: ApiClient, presets: readonly string[]): Promise<readonly PresetVersion[]> {
  if (presets.length === 0) return []
  return (await api.request(CliPresetLayersDocument, { presets })).presetLayers
}
