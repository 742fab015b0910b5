import type { TestServer } from '@slipway/testkit'

/** A run to make through the API. */
export interface RunFixture {
  readonly name: string
  readonly project?: string
  readonly config?: Readonly<Record<string, unknown>>
  readonly summary?: Readonly<Record<string, unknown>>
  readonly displayName?: string
  readonly groupName?: string
  readonly tags?: readonly string[]
}

/** Makes a run as the client does; it runs until it is ended. */
export async function makeRun(server: TestServer, run: RunFixture): Promise<void> {
  const { project = 'demo', config = {}, summary = {}, ...rest } = run
  const wire = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value, desc: null }]))
  const { errors } = await server.request(
    'mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }',
    { input: { modelName: project, config: JSON.stringify(wire), summaryMetrics: JSON.stringify(summary), ...rest } },
  )
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
}

/** Logs lines of a run's history and, with an exit code, ends it, through the endpoint that programs write to. */
export async function streamRun(
  server: TestServer,
  name: string,
  {
    project = 'demo',
    lines = [],
    offset = 0,
    exitCode,
  }: {
    readonly project?: string
    readonly lines?: readonly object[]
    readonly offset?: number
    readonly exitCode?: number
  },
): Promise<void> {
  const files =
    lines.length === 0 ? {} : { 'wandb-history.jsonl': { offset, content: lines.map((line) => JSON.stringify(line)) } }
  const response = await fetch(`${server.url}/files/admin/${project}/${name}/file_stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}`,
    },
    body: JSON.stringify({ files, ...(exitCode === undefined ? {} : { complete: true, exitcode: exitCode }) }),
  })
  if (response.status !== 200) throw new Error(`The server refused a file stream request: ${await response.text()}`)
}

/** Puts a file of a run where the client would. */
export async function saveRunFile(server: TestServer, runName: string, path: string, text: string): Promise<void> {
  const { data } = await server.request(
    `mutation($input: CreateRunFilesInput!) { createRunFiles(input: $input) { files { uploadUrl } } }`,
    { input: { entityName: 'admin', projectName: 'demo', runName, files: [path] } },
  )
  await fetch(data.createRunFiles.files[0].uploadUrl, { method: 'PUT', body: text })
}
