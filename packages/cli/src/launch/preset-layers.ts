import { CliPresetLayersDocument, type CliPresetLayersQuery } from '@slipway/api'
import {
  InvalidInputError,
  type InputLayer,
  type JsonObject,
  mergeInputs,
  parsePresetContent,
  type PresetContent,
} from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { LaunchedVersion } from './launched-version.ts'

/** One version of a preset as the server describes it. */
export type PresetVersion = CliPresetLayersQuery['presetLayers'][number]

/** What presets set beside inputs; later ones win. */
export interface PresetSettings {
  readonly queue: string | null
  readonly priority: number | null
  readonly templateVariables: JsonObject
  readonly resourceArgs: JsonObject
}

/** The presets of a launch, taken apart. */
export interface PresetLayers {
  readonly layers: readonly InputLayer[]
  readonly settings: PresetSettings
}

/** Finds presets by their names, with all that they build on, the lowest first. */
export async function findPresets(api: ApiClient, presets: readonly string[]): Promise<readonly PresetVersion[]> {
  if (presets.length === 0) return []
  return (await api.request(CliPresetLayersDocument, { presets })).presetLayers
}

/** Makes layers of presets. Throws InvalidInputError for a preset that is for another job. */
export function readPresetLayers(presets: readonly PresetVersion[], version: LaunchedVersion): PresetLayers {
  const job = `${version.project.entityName}/${version.project.name}/${version.name}`
  const foreign = presets.find(({ preset }) => preset.jobPath !== null && preset.jobPath !== job)
  if (foreign !== undefined) {
    throw new InvalidInputError(
      `Cannot use preset "${foreign.path}" with job "${job}": it is for job "${foreign.preset.jobPath}". Leave it out, or save its values as a preset for any job.`,
    )
  }
  const contents = presets.map(({ content }) => parsePresetContent(content))
  return {
    layers: presets.map((preset, index) => toLayer(preset, contents[index] ?? parsePresetContent({}))),
    settings: readSettings(contents),
  }
}

/** One version of a preset as a layer. */
export function toLayer(preset: PresetVersion, { overrides, removals }: PresetContent): InputLayer {
  const name = `${preset.preset.entityName}/${preset.preset.name}`
  return { origin: { kind: 'preset', name, version: preset.versionIndex }, overrides, removals }
}

function readSettings(contents: readonly PresetContent[]): PresetSettings {
  const mergeAll = (pick: (content: PresetContent) => JsonObject): JsonObject =>
    contents.reduce<JsonObject>((merged, content) => mergeInputs(merged, pick(content)), {})
  return {
    queue: contents.findLast(({ queue }) => queue !== null)?.queue ?? null,
    priority: contents.findLast(({ priority }) => priority !== null)?.priority ?? null,
    templateVariables: mergeAll(({ templateVariables }) => templateVariables),
    resourceArgs: mergeAll(({ resourceArgs }) => resourceArgs),
  }
}
