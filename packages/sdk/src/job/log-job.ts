import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import {
  filterInputs,
  formatInputPath,
  inferInputType,
  type JsonObject,
  type JsonValue,
  parseConfigFile,
  stringifyJson,
  toWandbType,
} from '@slipway/core'
import type { ApiClient } from '../api-client.ts'
import { artifactReference, logArtifact } from '../sending/artifact-upload.ts'
import { noteUsedArtifact } from '../sending/used-artifact.ts'
import { FILES_FOLDER } from '../sending/run-files.ts'
import type { SendState } from '../sending/send-state.ts'
import { CODE_FOLDER, type JobCapture, PATCH_FILE } from './job-capture.ts'

const RUN_CONFIG_KEY = '@wandb.config'

/**
 * Logs the code and the job of a run, in the form of the Python client, so that any server and any agent of the protocol
 * can read it. Returns false when there is no code to make a job from.
 */
export async function logJob(
  api: ApiClient,
  state: SendState,
  run: {
    readonly folder: string
    readonly capture: JobCapture
    readonly config: JsonObject
    readonly summary: JsonObject
  },
  signal: AbortSignal,
): Promise<boolean> {
  const { capture, folder } = run
  const name = cleanName(capture.name ?? `job-${state.project}-${capture.program}`)
  const source = await logSource(api, state, { folder, capture, name }, signal)
  if (source === null) return false
  const place = `${folder}/job`
  await mkdir(place, { recursive: true })
  const files = new Map([['wandb-job.json', `${place}/wandb-job.json`]])
  await writeFile(
    `${place}/wandb-job.json`,
    stringifyJson({
      _version: 'v0',
      source_type: capture.source,
      source: { ...source, entrypoint: capture.command, notebook: false },
      input_types: toWandbType(inferInputType(run.config)),
      output_types: toWandbType(inferInputType(run.summary)),
      runtime: capture.runtime,
    }),
  )
  if (capture.source === 'repo' && (await isThere(`${folder}/${PATCH_FILE}`)))
    files.set(PATCH_FILE, `${folder}/${PATCH_FILE}`)
  const metadata = await describeInputs(run)
  const id = await logArtifact(api, state, { type: 'job', name, files, metadata }, signal)
  await noteUsedArtifact(api, state, id, { signal })
  return true
}

async function logSource(
  api: ApiClient,
  state: SendState,
  { folder, capture, name }: { readonly folder: string; readonly capture: JobCapture; readonly name: string },
  signal: AbortSignal,
): Promise<JsonObject | null> {
  if (capture.source === 'repo') return capture.git === null ? null : { git: { ...capture.git } }
  const files = await listFiles(`${folder}/${CODE_FOLDER}`)
  if (files.size === 0) return null
  const id = await logArtifact(api, state, { type: 'code', name: `source-${name}`, files, metadata: {} }, signal)
  return { artifact: artifactReference(id), ...(capture.git === null ? {} : { git: { ...capture.git } }) }
}

/** What `launch.manage...` declared, as the client writes it into the job's metadata. Empty without such a call. */
async function describeInputs(run: {
  readonly folder: string
  readonly capture: JobCapture
  readonly config: JsonObject
}): Promise<JsonObject> {
  const { capture, folder, config } = run
  const types: Record<string, JsonValue> = {}
  const schemas: Record<string, JsonValue> = {}
  if (capture.config !== null) {
    types[RUN_CONFIG_KEY] = toWandbType(inferInputType(filterInputs(config, capture.config)))
    if (capture.config.schema !== null) schemas[RUN_CONFIG_KEY] = capture.config.schema
  }
  const fileTypes: [string, JsonValue][] = []
  const fileSchemas: [string, JsonValue][] = []
  for (const [path, declared] of Object.entries(capture.files)) {
    const text = await readFile(`${folder}/${FILES_FOLDER}/_wandb_configs/${path}`, 'utf8')
    const { value, isFloat } = parseConfigFile(path, text)
    fileTypes.push([path, toWandbType(inferInputType(filterInputs(value, declared), { isFloat }))])
    if (declared.schema !== null) fileSchemas.push([path, declared.schema])
  }
  if (fileTypes.length > 0) types['files'] = Object.fromEntries(fileTypes)
  if (fileSchemas.length > 0) schemas['files'] = Object.fromEntries(fileSchemas)
  return {
    ...(Object.keys(types).length === 0 ? {} : { input_types: types }),
    ...(Object.keys(schemas).length === 0 ? {} : { input_schemas: schemas }),
    ...(capture.floats.length === 0 ? {} : { float_inputs: capture.floats.map(formatInputPath) }),
  }
}

async function listFiles(root: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = `${entry.parentPath}/${entry.name}`
    found.set(file.slice(root.length + 1), file)
  }
  return found
}

/** Names of artifacts hold letters, digits and `_.-` (wandb client protocol). */
function cleanName(name: string): string {
  return name.replaceAll(/[^\w.-]+/g, '_').slice(0, 120)
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
