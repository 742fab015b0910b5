import { isJsonObject, KnownError, parseJson, type JsonObject, type JsonValue } from '@slipway/core'

/** What `wandb-job.json` says. Source: wandb client protocol, job artifacts. */
export interface JobDocument {
  readonly sourceType: string
  readonly source: JsonObject
  readonly entryPoint: readonly string[] | null
  readonly runtime: string | null
  /** The client's type tree of the whole run config; null when it is missing. */
  readonly inputTypes: JsonObject | null
  readonly isPartial: boolean
}

/** The document, and what is wrong with it in one sentence; null when nothing is. */
export interface ReadJobDocument {
  readonly document: JobDocument
  readonly warning: string | null
}

const NOTHING: JobDocument = {
  sourceType: '',
  source: {},
  entryPoint: null,
  runtime: null,
  inputTypes: null,
  isPartial: false,
}

/** Reads the text of `wandb-job.json`. What it lacks is empty, with a warning, so that a broken job can still be shown. */
export function readJobDocument(text: string | null): ReadJobDocument {
  if (text === null) return broken('it is missing')
  try {
    const value = parseJson(text)
    return isJsonObject(value) ? { document: toDocument(value), warning: null } : broken('it is not a JSON object')
  } catch (error) {
    if (error instanceof KnownError) return broken(error.message)
    throw error
  }
}

function toDocument(value: JsonObject): JobDocument {
  const source = asObject(value['source']) ?? {}
  const { runtime } = value
  return {
    sourceType: typeof value['source_type'] === 'string' ? value['source_type'] : '',
    source,
    entryPoint: readEntryPoint(source['entrypoint']),
    runtime: typeof runtime === 'string' && runtime !== '' ? withoutImplementation(runtime) : null,
    inputTypes: asObject(value['input_types']),
    isPartial: value['_partial'] !== undefined && value['_partial'] !== null && value['_partial'] !== false,
  }
}

function readEntryPoint(value: JsonValue | undefined): readonly string[] | null {
  const parts = Array.isArray(value) ? value.filter((part): part is string => typeof part === 'string') : null
  return parts?.map((part, index) => (index === 0 ? withoutImplementation(part) : part)) ?? null
}

/**
 * The client puts the name of the Python implementation before the version, `CPython 3.11.7`, and so writes commands that
 * no machine has, `pythonCPython 3.11` (seen with 0.28.2 and 0.31.0).
 */
function withoutImplementation(text: string): string {
  return text.replace(/^(python)?(?:CPython|PyPy) +(?=\d)/u, '$1')
}

function asObject(value: JsonValue | undefined): JsonObject | null {
  return isJsonObject(value) ? value : null
}

function broken(reason: string): ReadJobDocument {
  return {
    document: NOTHING,
    warning: `Cannot read the job's file wandb-job.json: ${reason}. Capture the job again.`,
  }
}
