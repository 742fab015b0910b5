import { type InputLayer, type JobInputs, type LaunchSpec, readOverrides } from '@slipway/core'
import type { Terminal } from '../terminal.ts'
import type { LaunchOptions } from './launch-options.ts'
import { readValuesFile } from './read-values-file.ts'

/** What the layers of a launch are read from. */
export interface LayerSources {
  readonly inputs: JobInputs
  /** The file of `--config`; null when none was given. */
  readonly base: LaunchSpec | null
  /** What is taken from an earlier run and from presets. */
  readonly borrowed: readonly InputLayer[]
  /** What stands bare behind the job: overrides and `@FILE`. */
  readonly overrides: readonly string[]
  readonly options: LaunchOptions
}

/**
 * Reads all layers of a launch in the order in which they win: what is borrowed, the file of `--config`, then what was
 * typed, first the bare arguments and then those of `--set`. `@FILE` stands for the values in a file at its place.
 */
export async function readLayers(terminal: Terminal, sources: LayerSources): Promise<readonly InputLayer[]> {
  const { inputs, base, borrowed, overrides, options } = sources
  let layers = [...borrowed, ...readBaseLayer(base, options)]
  let typed: string[] = []
  for (const text of [...overrides, ...options.set]) {
    if (!text.startsWith('@') || text.includes('=')) {
      typed.push(text)
      continue
    }
    layers = [...layers, ...readOverrides(typed, inputs, layers), await readValuesFile(terminal, text.slice(1))]
    typed = []
  }
  return [...layers, ...readOverrides(typed, inputs, layers)]
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
