import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  checkConfigFilePath,
  inferInputType,
  inputsOfSchema,
  InvalidInputError,
  KnownError,
  normalizeInputSchema,
  parseConfigFile,
  toWandbType,
} from '@slipway/core'
import { readConfigText } from '../../read-config-text.ts'
import type { Terminal } from '../../terminal.ts'
import { type ArtifactSource, textSource } from './artifact-source.ts'

/** What makes a job's inputs known before its first run. */
export interface DeclaredInputs {
  /** The metadata of the job's artifact. */
  readonly metadata: object
  /** Further files of the job's artifact: the config files as they are. */
  readonly files: readonly ArtifactSource[]
  readonly isPartial: boolean
}

/**
 * Reads the inputs that a person declares for a job: the properties of a schema of the run config, and the values of config
 * files in the code. Without either the job is partial: its first run shows what the inputs are.
 */
export async function readDeclaredInputs(
  terminal: Terminal,
  declared: { readonly schemaFile: string | undefined; readonly configFiles: readonly string[] },
  readCodeFile: (path: string) => Promise<string | null>,
): Promise<DeclaredInputs> {
  const { schemaFile, configFiles } = declared
  if (schemaFile === undefined && configFiles.length === 0) {
    return { metadata: { _partial: true }, files: [], isPartial: true }
  }
  const types: Record<string, unknown> = {}
  let forConfig: object = {}
  if (schemaFile !== undefined) {
    const schema = await readSchema(terminal, schemaFile)
    const { type, defaults } = inputsOfSchema(schema)
    types['@wandb.config'] = toWandbType(type)
    forConfig = { input_schemas: { '@wandb.config': schema }, input_defaults: defaults }
  }
  const files: ArtifactSource[] = []
  const fileTypes: [string, object][] = []
  for (const given of configFiles) {
    const path = checkConfigFilePath(given)
    const text = await readCodeFile(path)
    if (text === null) {
      throw new InvalidInputError(`Cannot make "${path}" an input: there is no such file in the code. Check the path.`)
    }
    const { value, isFloat } = parseConfigFile(path, text)
    fileTypes.push([path, toWandbType(inferInputType(value, { isFloat }))])
    files.push(textSource(`_wandb_configs/${path}`, text))
  }
  if (fileTypes.length > 0) types['files'] = Object.fromEntries(fileTypes)
  return { metadata: { input_types: types, ...forConfig }, files, isPartial: false }
}

async function readSchema(terminal: Terminal, file: string) {
  const text = await readFile(resolve(terminal.workingFolder, file), 'utf8').catch((cause: unknown) => {
    throw new InvalidInputError(
      `Cannot read the input schema "${file}": ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  })
  try {
    return normalizeInputSchema(readConfigText(file, text))
  } catch (error) {
    if (!(error instanceof KnownError) || !error.message.startsWith('Cannot use the input schema')) throw error
    throw new InvalidInputError(error.message.replace('the input schema', `the input schema "${file}"`), {
      cause: error,
    })
  }
}
