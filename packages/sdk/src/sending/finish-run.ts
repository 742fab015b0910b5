import { mkdir, writeFile } from 'node:fs/promises'
import { isJsonObject, type JsonObject, KnownError, parseJson, stringifyJson } from '@slipway/core'
import type { ApiClient } from '../api-client.ts'
import type { JobCapture } from '../job/job-capture.ts'
import type { RecordReader } from '../record/record-reader.ts'
import type { RunStart } from '../record/run-start.ts'
import { FILES_FOLDER, uploadRunFiles } from './run-files.ts'
import type { SendState } from './send-state.ts'

/** Uploads the files of an ended run, and its job. Returns the summary's text. What is refused is a warning. */
export async function finishRun(run: {
  readonly api: ApiClient
  readonly folder: string
  readonly start: RunStart
  readonly reader: RecordReader
  readonly state: SendState
  readonly send: <T>(call: () => Promise<T>) => Promise<T>
  readonly warn: (message: string) => void
  readonly signal: AbortSignal
}): Promise<string> {
  const { api, folder, state, send, signal } = run
  const warn = (error: unknown): void => {
    if (!(error instanceof KnownError)) throw error
    run.warn(error.message)
  }
  const whole = await readWhole(run.reader, run.start.config)
  const files = `${folder}/${FILES_FOLDER}`
  await mkdir(files, { recursive: true })
  await writeFile(`${files}/wandb-summary.json`, stringifyJson(whole.summary))
  await writeFile(`${files}/config.yaml`, formatConfigYaml(whole.config))
  await writeFile(`${files}/output.log`, whole.output.map((line) => `${line}\n`).join(''))
  await send(() =>
    uploadRunFiles(api, state, folder, ['wandb-summary.json', 'config.yaml', 'output.log'], signal),
  ).catch(warn)
  const { job, config, summary } = whole
  if (job !== null) {
    await send(async () => {
      // Loaded only here: it reads config files, and most runs make no job.
      const { logJob } = await import('../job/log-job.ts')
      if (await logJob(api, state, { folder, capture: job, config, summary }, signal)) return
      run.warn(`No job was made of "${job.program}": its folder holds no code that may be taken.`)
    }).catch(warn)
  }
  return stringifyJson(summary)
}

interface WholeRun {
  readonly config: JsonObject
  readonly summary: JsonObject
  readonly output: readonly string[]
  readonly job: JobCapture | null
}

async function readWhole(reader: RecordReader, startConfig: JsonObject): Promise<WholeRun> {
  let summary = '{}'
  let config = startConfig
  let job: JobCapture | null = null
  // The summary is written once a second, so after a crash the lines since then belong to it too.
  let later: string[] = []
  const output: string[] = []
  for (let position = 0; ;) {
    const { records, end } = await reader.read(position)
    if (end === position) break
    position = end
    for (const { kind, text } of records) {
      if (kind === 'summary') [summary, later] = [text, []]
      else if (kind === 'history') later.push(text)
      else if (kind === 'output') output.push(text.replace(/^(?:ERROR )?\S+ /u, ''))
      else if (kind === 'config') config = asObject(text)
      else if (kind === 'job') job = JSON.parse(text) as JobCapture
    }
  }
  return { config, summary: Object.assign({}, asObject(summary), ...later.map(asObject)), output, job }
}

function asObject(text: string): JsonObject {
  const value = parseJson(text)
  return isJsonObject(value) ? value : {}
}

/** The config as the client writes it, `key: {value: ...}`; JSON is YAML, except for the numbers that JSON lacks. */
function formatConfigYaml(config: JsonObject): string {
  return Object.entries(config)
    .map(([key, value]) => `${JSON.stringify(key)}:\n    value: ${toYaml(stringifyJson(value))}\n`)
    .join('')
}

function toYaml(json: string): string {
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|-?Infinity|NaN/gu, (token) => yamlNumbers[token] ?? token)
}

const yamlNumbers: Readonly<Record<string, string>> = { NaN: '.nan', Infinity: '.inf', '-Infinity': '-.inf' }
