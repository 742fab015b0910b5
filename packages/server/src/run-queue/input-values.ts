import {
  isJsonObject,
  KnownError,
  mergeInputs,
  parseConfigFile,
  parseJson,
  unwrapRunConfig,
  type JobInputs,
  type JsonObject,
  type LaunchSpec,
} from '@slipway/core'
import type { RunRecord } from '../run/run.ts'

/** The values of inputs as a run had them, or as an item asks for them, over the defaults of its job version. */
export interface InputValues {
  readonly config: JsonObject
  readonly files: Readonly<Record<string, JsonObject>>
}

/** The most files whose values are read at once. */
const MAX_FILES = 100

/** What the run of an item will have: the defaults, with what the item asks for over them. */
export function valuesOfItem(inputs: JobInputs | null, spec: LaunchSpec): InputValues {
  const { runConfig, files: asked } = spec.overrides
  const paths = [...new Set([...Object.keys(inputs?.files ?? {}), ...Object.keys(asked)])]
  return {
    config: mergeInputs(inputs?.config?.defaults ?? {}, runConfig),
    files: Object.fromEntries(
      paths.map((path) => [path, mergeInputs(own(inputs?.files ?? {}, path)?.defaults ?? {}, own(asked, path) ?? {})]),
    ),
  }
}

/**
 * What a run had: its run config, and each of the files as it saved it. A file that it did not save has the values that
 * its item asked for, where it was launched.
 */
export async function valuesOfRun(
  run: RunRecord,
  launched: InputValues | null,
  paths: readonly string[],
  readRunFile: (run: RunRecord, path: string) => Promise<Buffer | null>,
): Promise<InputValues> {
  const config = parseJson(run.config)
  const wanted = [...new Set([...paths, ...Object.keys(launched?.files ?? {})])].slice(0, MAX_FILES)
  const files = await Promise.all(
    wanted.map(async (path) => {
      // Where the client saves a config file as the program read it. Source: wandb client, launch.manage_config_file.
      const bytes = await readRunFile(run, `_wandb_configs/${path}`)
      const tree = bytes === null ? null : readConfigFile(path, bytes.toString('utf8'))
      const value = tree ?? own(launched?.files ?? {}, path)
      return value === undefined ? [] : [[path, value] as const]
    }),
  )
  return { config: isJsonObject(config) ? unwrapRunConfig(config) : {}, files: Object.fromEntries(files.flat()) }
}

// A file may be called `constructor`, which every object inherits.
function own<T>(trees: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(trees, key) ? trees[key] : undefined
}

/** A file that cannot be read any more shows nothing; the rest still does. */
export function readConfigFile(path: string, text: string): JsonObject | null {
  try {
    return parseConfigFile(path, text).value
  } catch (error) {
    if (error instanceof KnownError) return null
    throw error
  }
}
