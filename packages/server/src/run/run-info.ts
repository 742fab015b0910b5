import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '@slipway/core'

/** What a program was started with, as the wire shows it. */
export interface RunInfo {
  readonly program: string | null
  readonly args: readonly string[]
  readonly os: string | null
  readonly python: string | null
  readonly colab: string | null
  readonly executable: string | null
  readonly codeSaved: boolean
  readonly cpuCount: number | null
  readonly gpuCount: number | null
  readonly gpu: string | null
  readonly git: { readonly remote: string | null; readonly commit: string | null } | null
}

/** Reads the file `wandb-metadata.json` of a run; null when it is missing or not to be read. Source: wandb client protocol. */
export function parseRunInfo(file: Buffer | null): RunInfo | null {
  const metadata = file === null ? null : parseObject(file.toString('utf8'))
  if (metadata === null) return null
  const git = metadata['git']
  const args = metadata['args']
  return {
    program: text(metadata['program']),
    args: Array.isArray(args) ? args.filter((item: JsonValue) => typeof item === 'string') : [],
    os: text(metadata['os']),
    python: text(metadata['python']),
    colab: text(metadata['colab']),
    executable: text(metadata['executable']),
    codeSaved: text(metadata['codePath']) !== null,
    cpuCount: count(metadata['cpu_count']),
    gpuCount: count(metadata['gpu_count']),
    gpu: text(metadata['gpu']),
    git: git !== undefined && isJsonObject(git) ? { remote: text(git['remote']), commit: text(git['commit']) } : null,
  }
}

function parseObject(content: string): JsonObject | null {
  try {
    const parsed = parseJson(content)
    return isJsonObject(parsed) ? parsed : null
  } catch {
    return null
  }
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function count(value: JsonValue | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null
}
