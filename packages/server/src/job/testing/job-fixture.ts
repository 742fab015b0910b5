import { randomUUID } from 'node:crypto'
import type { TestServer } from '@slipway/testkit'
import type { ArtifactClient } from '../../artifact/testing/artifact-client.ts'

/** What the tests of jobs do over and over. */

const JOB = `query($name: String!) { project(name: "p") { jobVersion(name: $name) {
  id name version path aliases sourceType source entryPoint runtime isPartial inputs inputTypes configFiles warnings
  sourceRun { name } } } }`

/** The type of an object, as the client writes it. */
export const typed = (fields: Record<string, unknown>) => ({ wb_type: 'typedDict', params: { type_map: fields } })
export const NUMBER = { wb_type: 'number' }
export const STRING = { wb_type: 'string' }

export interface CapturedJob {
  readonly name?: string
  readonly run?: string
  readonly metadata?: Record<string, unknown>
  readonly jobFile?: Record<string, unknown> | string
  /** Further files of the artifact. */
  readonly files?: Readonly<Record<string, string>>
}

/** Logs a job as the client does for a run: no run logs it, but the run's program sends its manifest. */
export async function logJob(server: TestServer, client: ArtifactClient, job: CapturedJob): Promise<string> {
  const jobFile = typeof job.jobFile === 'string' ? job.jobFile : JSON.stringify({ ...DOCUMENT, ...job.jobFile })
  const files = { 'wandb-job.json': jobFile, 'requirements.frozen.txt': '', ...job.files }
  const artifact = {
    name: job.name ?? 'train',
    type: 'job',
    files,
    clientID: randomUUID(),
    ...(job.metadata === undefined ? {} : { metadata: job.metadata }),
  }
  const { id, state } = await client.create(artifact)
  if (state === 'COMMITTED') return id
  await client.ask(
    `mutation($id: ID!, $run: String) { createArtifactManifest(input: {artifactID: $id, name: "wandb_manifest.json",
      digest: "", projectName: "p", runName: $run}) { artifactManifest { id } } }`,
    { id, run: job.run ?? null },
  )
  return client.log(artifact)
}

const DOCUMENT = {
  _version: 'v0',
  source_type: 'artifact',
  source: { artifact: 'wandb-artifact://_id/x', entrypoint: ['pythonCPython 3.11', 'train.py'], notebook: false },
  input_types: typed({}),
  output_types: typed({}),
  runtime: 'CPython 3.11.7',
}

/** Makes or changes a run with this config, as the client sends it. */
export async function upsertRun(client: ArtifactClient, name: string, config: Record<string, unknown>): Promise<void> {
  const wire = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))
  await client.ask(
    `mutation($name: String!, $config: JSONString) { upsertBucket(input: {modelName: "p", name: $name, config: $config}) {
      inserted } }`,
    { name, config: JSON.stringify({ ...wire, _wandb: { value: { t: {} } } }) },
  )
}

/** Saves a file of a run. */
export async function saveRunFile(client: ArtifactClient, run: string, path: string, text: string): Promise<void> {
  const data = await client.ask(
    `mutation($run: String!, $path: String!) { createRunFiles(input: {projectName: "p", runName: $run, files: [$path]}) {
      files { uploadUrl } } }`,
    { run, path },
  )
  await fetch(data.createRunFiles.files[0].uploadUrl, { method: 'PUT', body: text })
}

/** Ends a run as its program does. */
export async function finishRun(server: TestServer, run: string): Promise<void> {
  await fetch(`${server.url}/files/admin/p/${run}/file_stream`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}` },
    body: JSON.stringify({ complete: true, exitcode: 0 }),
  })
}

/** A job version of the project "p", or null. */
export async function readJob(client: ArtifactClient, name = 'train') {
  return (await client.ask(JOB, { name })).project.jobVersion
}

/** The names of a page of runs or jobs. */
export const names = (runs: { edges: readonly { node: { name: string } }[] }) => runs.edges.map(({ node }) => node.name)
