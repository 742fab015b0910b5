import {
  describeInputOrigin,
  formatInputAddress,
  getInput,
  isSameJson,
  parseInputAddress,
  type InputOrigin,
  type JsonValue,
  type LaunchOrigin,
  type LaunchSpec,
  type PresetContent,
  type Problem,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { LaunchableJob } from './launchable-job.ts'

/** A version of a preset as a launch names it. */
export interface PresetOrigin {
  /** `entity/project/name` of the only job that it is for; null for any job. */
  readonly jobPath: string | null
  readonly content: PresetContent
}

/** Where what a launch names as its origins is looked up. Null is for what is not there or not the viewer's to see. */
export interface OriginSources {
  findPreset(viewer: Viewer, path: string, version: number): Promise<PresetOrigin | null>
  hasRun(viewer: Viewer, path: string): Promise<boolean>
  hasItem(viewer: Viewer, wireId: string): Promise<boolean>
}

/**
 * Checks that the values of a launch come from where it says: a preset that the viewer may see, that is for this job, and
 * that has these very values; a run or an item that the viewer may see. One problem for each path, or for the origin.
 */
export async function findOriginProblems(
  viewer: Viewer,
  launch: { readonly spec: LaunchSpec; readonly job: LaunchableJob | null; readonly origins: readonly LaunchOrigin[] },
  sources: OriginSources,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const { origin, inputs } of launch.origins) {
    const found = await lookUp(viewer, origin, sources)
    if (found === null) {
      problems.push({
        path: '',
        message: `Inputs come from ${name(origin)}, which does not exist, or you may not see it. Leave it out.`,
      })
    } else if (found !== 'seen') {
      problems.push(...findPresetOriginProblems(origin, inputs, found, launch))
    }
  }
  return problems
}

/** Adds to each problem of an input where its value comes from, so that the one who reads it knows where to correct it. */
export function nameOrigins(problems: readonly Problem[], origins: readonly LaunchOrigin[]): readonly Problem[] {
  if (problems.length === 0) return problems
  const originByInput = new Map<string, InputOrigin>()
  for (const { origin, inputs } of origins) {
    if (origin.kind === 'command-line' || origin.kind === 'default') continue
    for (const input of inputs) originByInput.set(input, origin)
  }
  return problems.map((problem) => {
    const origin = originByInput.get(problem.path)
    return origin === undefined ? problem : { ...problem, message: `${problem.message} It comes from ${name(origin)}.` }
  })
}

async function lookUp(
  viewer: Viewer,
  origin: InputOrigin,
  sources: OriginSources,
): Promise<PresetOrigin | 'seen' | null> {
  switch (origin.kind) {
    case 'preset':
      return sources.findPreset(viewer, origin.name, origin.version)
    case 'run':
      return (await sources.hasRun(viewer, origin.path)) ? 'seen' : null
    case 'item':
      return (await sources.hasItem(viewer, origin.id)) ? 'seen' : null
    case 'sweep':
      // Its points are written down beside it; what matters is that it is one of the viewer's.
      return viewer.entityIds.has(origin.path.split('/')[0] ?? '') ? 'seen' : null
    case 'file':
    case 'command-line':
    case 'default':
      return 'seen'
  }
}

function findPresetOriginProblems(
  origin: InputOrigin,
  inputs: readonly string[],
  preset: PresetOrigin,
  { spec, job }: { readonly spec: LaunchSpec; readonly job: LaunchableJob | null },
): readonly Problem[] {
  const jobPath = job === null ? null : `${job.entityName}/${job.projectName}/${job.name}`
  if (preset.jobPath !== null && preset.jobPath !== jobPath) {
    return [{ path: '', message: `Inputs come from ${name(origin)}, which is for job "${preset.jobPath}" only.` }]
  }
  const removed = new Set(preset.content.removals.map(formatInputAddress))
  return inputs.flatMap((input) => {
    const asked = valueAt(input, spec.overrides.runConfig, spec.overrides.files)
    const { config, files } = preset.content.overrides
    const value = valueAt(input, config, files)
    const isIts = asked === undefined ? removed.has(input) : value !== undefined && isSameJson(asked, value)
    if (isIts) return []
    return [{ path: input, message: `"${input}" has another value than ${name(origin)} gives it. Set it by itself.` }]
  })
}

function valueAt(
  input: string,
  config: LaunchSpec['overrides']['runConfig'],
  files: LaunchSpec['overrides']['files'],
): JsonValue | undefined {
  const { file, path } = parseInputAddress(input)
  const tree = file === null ? config : Object.hasOwn(files, file) ? files[file] : undefined
  return tree === undefined ? undefined : getInput(tree, path)
}

function name(origin: InputOrigin): string {
  const [kind, ...rest] = describeInputOrigin(origin).split(' ')
  return `${kind} "${rest.join(' ')}"`
}
