import type { InputLayer, JobInputs, LaunchSpec } from '@slipway/core'
import type { LaunchOptions } from './launch-options.ts'
import { parseAssignments } from './parse-assignments.ts'

/** What the layers of a launch are read from. */
export interface LayerSources {
  readonly inputs: JobInputs
  /** The file of `--config`; null when none was given. */
  readonly base: LaunchSpec | null
  readonly options: LaunchOptions
}

/** Reads all layers of a launch in the order in which they win: the file of `--config`, then what was typed. */
export function readLayers({ inputs, base, options }: LayerSources): readonly InputLayer[] {
  return [...readBaseLayer(base, options), ...parseAssignments(options.set, inputs)]
}

function readBaseLayer(base: LaunchSpec | null, options: LaunchOptions): readonly InputLayer[] {
  if (base === null) return []
  const { runConfig, files } = base.overrides
  return [
    {
      origin: { kind: 'file', name: options.config ?? '' },
      overrides: { config: runConfig, files },
      removals: [],
    },
  ]
}
