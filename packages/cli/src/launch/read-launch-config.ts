import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InvalidInputError, type LaunchSpec, parseLaunchSpec } from '@slipway/core'
import { readConfigText } from '../read-config-text.ts'
import type { Terminal } from '../terminal.ts'

/**
 * Reads the file of `--config`: a launch spec, `{"overrides": {"run_config": {...}, "files": {...}, "args": [...]}, ...}`.
 * Throws InvalidInputError, also for keys that look like a bare run config, which would otherwise be ignored.
 */
export async function readLaunchConfig(terminal: Terminal, file: string): Promise<LaunchSpec> {
  const text = await readFile(resolve(terminal.workingFolder, file), 'utf8').catch((cause: unknown) => {
    throw new InvalidInputError(
      `Cannot read "${file}": ${cause instanceof Error ? cause.message : String(cause)}. Name a JSON or YAML file with --config.`,
      { cause },
    )
  })
  const spec = parseLaunchSpec(readConfigText(file, text))
  const [unknown] = Object.keys(spec.rest)
  if (unknown !== undefined && !KNOWN_REST.has(unknown)) {
    throw new InvalidInputError(
      `Cannot use "${file}": "${unknown}" is not a key of a launch spec. Put inputs under {"overrides": {"run_config": {...}}}.`,
    )
  }
  return spec
}

/** Keys of the wandb client's launch specs that need no reading here. */
const KNOWN_REST: ReadonlySet<string> = new Set(['uri', 'builder', 'registry', 'additional_services', 'python_version'])
