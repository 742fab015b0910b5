import {
  ANY_INPUTS,
  composeInputs,
  findOverrideProblems,
  mergeInputs,
  type JobInputs,
  type JsonObject,
  type PresetContent,
  type Problem,
} from '@slipway/core'

/** Lays the contents of presets over each other, the lowest first, as a launch does. */
export function mergePresetContents(contents: readonly PresetContent[]): PresetContent {
  const composed = composeInputs(
    ANY_INPUTS,
    contents.map(({ overrides, removals }) => ({ origin: { kind: 'default' }, overrides, removals })),
  )
  const mergeAll = (pick: (content: PresetContent) => JsonObject): JsonObject =>
    contents.reduce<JsonObject>((merged, content) => mergeInputs(merged, pick(content)), {})
  return {
    overrides: composed.overrides,
    removals: composed.removals,
    queue: contents.findLast(({ queue }) => queue !== null)?.queue ?? null,
    priority: contents.findLast(({ priority }) => priority !== null)?.priority ?? null,
    templateVariables: mergeAll((content) => content.templateVariables),
    resourceArgs: mergeAll((content) => content.resourceArgs),
  }
}

/** Why a preset could not be used with the inputs of a job version: one problem for each path. */
export function findPresetProblems(inputs: JobInputs, content: PresetContent): readonly Problem[] {
  return findOverrideProblems(inputs, content.overrides).problems
}
