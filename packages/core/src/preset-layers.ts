import { InvalidInputError } from './errors.ts'
import type { InputLayer } from './input-layers.ts'
import { mergeInputs } from './input-merge.ts'
import type { JsonObject } from './json.ts'
import { parsePresetContent, type PresetContent } from './preset-content.ts'

/** One version of a preset as the API describes it. */
export interface DescribedPresetVersion {
  /** `ENTITY/NAME@v3`. */
  readonly path: string
  readonly versionIndex: number
  readonly content: unknown
  readonly preset: {
    readonly name: string
    readonly entityName: string
    /** `ENTITY/PROJECT/NAME` of the only job that it is for; null for any job. */
    readonly jobPath: string | null
  }
}

/** What presets set beside inputs; later ones win. Parts that none of them sets are null or empty. */
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

/** Makes layers of presets, the lowest first. Throws InvalidInputError for one that is not for `job`, `ENTITY/PROJECT/NAME`. */
export function readPresetLayers(presets: readonly DescribedPresetVersion[], job: string): PresetLayers {
  const foreign = presets.find(({ preset }) => preset.jobPath !== null && preset.jobPath !== job)
  if (foreign !== undefined) {
    throw new InvalidInputError(
      `Cannot use preset "${foreign.path}" with job "${job}": it is for job "${foreign.preset.jobPath}". Leave it out, or save its values as a preset for any job.`,
    )
  }
  const read = presets.map((version) => ({ version, content: parsePresetContent(version.content) }))
  return {
    layers: read.map(({ version, content }) => toPresetLayer(version, content)),
    settings: mergeSettings(read.map(({ content }) => content)),
  }
}

/** One version of a preset as a layer. */
export function toPresetLayer(
  { preset, versionIndex }: DescribedPresetVersion,
  { overrides, removals }: PresetContent,
): InputLayer {
  const name = `${preset.entityName}/${preset.name}`
  return { origin: { kind: 'preset', name, version: versionIndex }, overrides, removals }
}

function mergeSettings(contents: readonly PresetContent[]): PresetSettings {
  const mergeAll = (pick: (content: PresetContent) => JsonObject): JsonObject =>
    contents.reduce<JsonObject>((merged, content) => mergeInputs(merged, pick(content)), {})
  return {
    queue: contents.findLast(({ queue }) => queue !== null)?.queue ?? null,
    priority: contents.findLast(({ priority }) => priority !== null)?.priority ?? null,
    templateVariables: mergeAll(({ templateVariables }) => templateVariables),
    resourceArgs: mergeAll(({ resourceArgs }) => resourceArgs),
  }
}
