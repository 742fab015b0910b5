import {
  isJsonObject,
  parseJson,
  unwrapRunConfig,
  type JobInputGroup,
  type JsonObject,
  type JsonValue,
} from '@slipway/core'
import { captureConfig, captureFile, type CapturedGroup } from './captured-inputs.ts'
import { readJobDocument } from './job-document.ts'
import type { JobCapture } from './job.ts'

/** The key under which the client keeps what belongs to the run config. Source: wandb client protocol. */
const RUN_CONFIG_KEY = '@wandb.config'

/** The metadata key of the default values of the run config, for a job that no run has captured. Ours, not the client's. */
const DEFAULTS_KEY = 'input_defaults'

/** What a job version is read from. */
export interface CaptureSources {
  /** The text of `wandb-job.json`; null when it is missing. */
  readonly jobFile: string | null
  /** The metadata of the job's artifact. */
  readonly metadata: JsonObject
  /** The run that captured the job; null when a person made it or the run is gone. */
  readonly run: { readonly id: number; readonly config: string } | null
  /** The text of a config file as the run saved it, or as it lies in the artifact of a job that no run has captured. */
  readonly readConfigFile: (path: string) => Promise<string | null>
}

/** A capture, and whether something was missing that may still come. */
export interface CaptureResult {
  readonly capture: JobCapture
  readonly isComplete: boolean
}

/**
 * Reads what a job version is made of. Without a `manage_*` call the inputs are the whole run config, whose types are in
 * `wandb-job.json`; with one, they are what the metadata declares. What is broken becomes a warning.
 */
export async function captureJob(sources: CaptureSources): Promise<CaptureResult> {
  const { document, warning } = readJobDocument(sources.jobFile)
  const { metadata } = sources
  const declared = objectAt(metadata, 'input_types')
  const schemas = objectAt(metadata, 'input_schemas') ?? {}
  const isPartial = declared === null && (isSet(metadata['_partial']) || document.isPartial)
  const hasStableOrder = !PYTHON_VERSION.test(document.runtime ?? '')
  const config =
    sources.run === null ? (objectAt(metadata, DEFAULTS_KEY) ?? {}) : readRunConfig(sources.run.config, hasStableOrder)
  const groups: CapturedGroup[] = []
  const keep = (captured: CapturedGroup): JobInputGroup => {
    groups.push(captured)
    return captured.group
  }

  const fileTypes = declared === null ? {} : (objectAt(declared, 'files') ?? {})
  const fileSchemas = objectAt(schemas, 'files') ?? {}
  const files: [string, JobInputGroup][] = []
  const configFiles: [string, string][] = []
  let isComplete = true
  const paths = [...new Set([...Object.keys(fileTypes), ...Object.keys(fileSchemas)])]
  for (const path of hasStableOrder ? paths : paths.toSorted()) {
    const text = await sources.readConfigFile(path)
    if (text === null) isComplete = false
    else configFiles.push([path, text])
    files.push([path, keep(captureFile(path, ownValue(fileTypes, path) ?? null, ownValue(fileSchemas, path), text))])
  }

  const schema = schemas[RUN_CONFIG_KEY]
  const floats = readTexts(metadata['float_inputs'])
  let configGroup: JobInputGroup | null = null
  if (isPartial) {
    if (schema !== undefined) configGroup = keep(captureConfig(EMPTY_TYPE, schema, {}, floats))
  } else if (declared?.[RUN_CONFIG_KEY] !== undefined) {
    configGroup = keep(captureConfig(declared[RUN_CONFIG_KEY], schema, config, floats))
  } else if (files.length === 0) {
    // A job that was made by hand has no types of its own: the first run that filled it in shows them.
    const types = declared === null ? (document.inputTypes ?? EMPTY_TYPE) : null
    configGroup = keep(captureConfig(types, schema, config, floats))
  }

  return {
    isComplete,
    capture: {
      sourceType: document.sourceType,
      source: document.source,
      entryPoint: document.entryPoint,
      runtime: document.runtime,
      isPartial,
      inputs: {
        config: configGroup,
        files: Object.fromEntries(files),
        isPartial,
        allowsExtraKeys: metadata['allows_extra_keys'] === true,
      },
      configFiles: Object.fromEntries(configFiles),
      warnings: [...(warning === null ? [] : [warning]), ...groups.flatMap(({ warnings }) => warnings)],
      sourceRunId: sources.run?.id ?? null,
    },
  }
}

const EMPTY_TYPE: JsonObject = { wb_type: 'typedDict', params: { type_map: {} } }

/**
 * The Python client sends keys in another order each time (seen with 0.28.2 and 0.31.0), so what comes from it is put in
 * the order of the names: the same program then always gives the same list of inputs.
 */
const PYTHON_VERSION = /^\d+\./

function readRunConfig(text: string | null, hasStableOrder: boolean): JsonObject {
  const value = text === null ? {} : parseJson(text)
  const config = isJsonObject(value) ? unwrapRunConfig(value) : {}
  return hasStableOrder ? config : sortKeys(config)
}

function sortKeys(tree: JsonObject): JsonObject {
  const entries = Object.keys(tree)
    .toSorted()
    .map((key) => [key, tree[key]] as const)
  return Object.fromEntries(entries.map(([key, value = null]) => [key, isJsonObject(value) ? sortKeys(value) : value]))
}

function objectAt(tree: JsonObject, key: string): JsonObject | null {
  const value = tree[key]
  return isJsonObject(value) ? value : null
}

// A file may be called `constructor`, which every object inherits.
function ownValue(tree: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(tree, key) ? tree[key] : undefined
}

function readTexts(value: JsonValue | undefined): ReadonlySet<string> {
  return new Set(Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [])
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}
