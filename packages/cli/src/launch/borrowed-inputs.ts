import {
  describeInputOrigin,
  fitLayer,
  type InputLayer,
  InvalidInputError,
  type JobInputs,
  type PresetSettings,
  type Problem,
  readPresetLayers,
} from '@slipway/core'
import type { LaunchedVersion } from './launched-version.ts'
import type { InputSource } from './find-source.ts'
import type { PresetVersion } from './find-presets.ts'
import { readSourceLayer } from './source-layer.ts'

/** What a launch takes from an earlier run and from presets, cut to the job version. */
export interface BorrowedInputs {
  /** The source first, then the presets: later ones win. */
  readonly layers: readonly InputLayer[]
  readonly settings: PresetSettings
  /** What was left out, and why. */
  readonly notes: readonly Problem[]
}

/**
 * Reads what a launch borrows. Values that do not fit the job version are refused, one problem for each path that names
 * where it comes from; with `skipUnfit` they are left out and become notes.
 */
export async function readBorrowedInputs(borrowed: {
  readonly version: LaunchedVersion
  readonly inputs: JobInputs
  readonly source: InputSource | null
  readonly presets: readonly PresetVersion[]
  readonly skipUnfit: boolean
}): Promise<BorrowedInputs> {
  const { version, inputs, source } = borrowed
  const fromSource = source === null ? null : await readSourceLayer(source, inputs)
  const presets = readPresetLayers(
    borrowed.presets,
    `${version.project.entityName}/${version.project.name}/${version.name}`,
  )
  const fitted = [...(fromSource === null ? [] : [fromSource.layer]), ...presets.layers].map((layer) =>
    fitLayer(inputs, layer),
  )
  const unfit = fitted.flatMap(({ layer, problems }) => problems.map((problem) => nameOrigin(problem, layer)))
  if (unfit.length > 0 && !borrowed.skipUnfit) {
    throw new InvalidInputError(
      `Cannot launch job "${version.path}" with these inputs. Leave out what does not fit with --skip-unfit, or take the job version that they are of:`,
      { problems: unfit },
    )
  }
  return {
    layers: fitted.map(({ layer }) => layer),
    settings: presets.settings,
    notes: [...unfit.map(describeSkipped), ...describeIgnored(fromSource?.ignored ?? [])],
  }
}

function nameOrigin({ path, message }: Problem, { origin }: InputLayer): Problem {
  const [kind = '', ...name] = describeInputOrigin(origin).split(' ')
  const title = kind.charAt(0).toUpperCase() + kind.slice(1)
  return { path, message: `${title} "${name.join(' ')}": ${message}` }
}

function describeSkipped({ path, message }: Problem): Problem {
  return { path, message: `Left out "${path}". ${message}` }
}

const MOST_NAMED = 10

function describeIgnored(ignored: readonly string[]): readonly Problem[] {
  if (ignored.length === 0) return []
  const named = ignored.slice(0, MOST_NAMED).join(', ')
  const more = ignored.length > MOST_NAMED ? `, and ${ignored.length - MOST_NAMED} more` : ''
  return [
    { path: '', message: `The run had values that are not inputs of the job, which it does not get: ${named}${more}.` },
  ]
}
