import type { InputLayer, JobInputs, LaunchSpec } from '@slipway/core'
import type { LaunchOptions } from './launch-options.ts'
import { parseAssignments } from './parse-assignments.ts'

/** What the layers of a launch are read from. */
export interface LayerSources {
  readonly inputs: JobInputs
  /** The file of `--config`; null when none was given. */
  readonly base: LaunchSpec | null
  /** What is taken from an earlier run and from presets. */
  readonly borrowed: readonly InputLayer[]
  readonly options: LaunchOptions
}

/** Reads all layers of a launch in the order in which they win: what is borrowed, the file of `--config`, what was typed. */
export function readLayers({ inputs, base, borrowed, options }: LayerSources): readonly InputLayer[] {
  return [...borrowed, ...readBaseLayer(base, options), ...parseAssignments(options.set, inputs)]
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
