import { createHash } from 'node:crypto'
import { parseConfigFile } from '@slipway/core'
import type { GraphqlTestAnswer } from './graphql-request.ts'

/** What is needed of a server: somewhere to send GraphQL to. */
export interface GraphqlTarget {
  request(query: string, variables?: Record<string, unknown>): Promise<GraphqlTestAnswer>
}

/** A job to make for a test: small files of code, the command, and the run config of its inputs. */
export interface JobFixture {
  readonly entityName: string
  readonly projectName: string
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly entryPoint: readonly string[]
  /** A container image that is the source in place of the files. */
  readonly image?: string
  /** The run config whose keys become the inputs, with their default values. */
  readonly config?: Readonly<Record<string, unknown>>
  /** A JSON Schema of the run config. */
  readonly schema?: Readonly<Record<string, unknown>>
  /** Values like those of the config files whose keys are inputs too, by path. Only their types are captured. */
  readonly fileInputs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** The text of the config files that the job manages, by path; they are put beside the code. */
  readonly configFiles?: Readonly<Record<string, string>>
  /** True for a job that takes keys beyond those that were captured. */
  readonly allowsExtraKeys?: boolean
}

/**
 * Makes a job by the same requests as the client does: a run with the config, a code artifact, a job artifact. The
 * answer is the job version's path, `entity/project/name:v0`.
 */
export async function createTestJob(target: GraphqlTarget, job: JobFixture): Promise<string> {
  const runName = `capture-${job.name}`
  const config = Object.fromEntries(Object.entries(job.config ?? {}).map(([key, value]) => [key, { value }]))
  await mustAnswer(target, `mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }`, {
    input: { entityName: job.entityName, modelName: job.projectName, name: runName, config: JSON.stringify(config) },
  })
  const place = { entityName: job.entityName, projectName: job.projectName, runName }
  const configFiles = job.configFiles ?? {}
  for (const [path, text] of Object.entries(configFiles)) {
    await saveRunFile(target, place, `_wandb_configs/${path}`, text)
  }
  const codeId = await logArtifact(target, {
    ...place,
    type: 'code',
    name: `source-${job.name}`,
    files: { ...job.files, ...configFiles },
    metadata: {},
  })
  const jobFile = {
    _version: 'v0',
    ...(job.image === undefined
      ? {
          source_type: 'artifact',
          source: { artifact: `wandb-artifact://_id/${codeId}`, entrypoint: job.entryPoint, notebook: false },
        }
      : { source_type: 'image', source: { image: job.image } }),
    input_types: wandbTypeOf(job.config ?? {}),
    output_types: { wb_type: 'typedDict', params: { type_map: {} } },
    runtime: '3.11',
  }
  await logArtifact(target, {
    ...place,
    type: 'job',
    name: job.name,
    files: { 'wandb-job.json': JSON.stringify(jobFile), 'requirements.frozen.txt': '' },
    metadata: metadataOf(job),
  })
  return `${job.entityName}/${job.projectName}/${job.name}:v0`
}

function metadataOf(job: JobFixture): Readonly<Record<string, unknown>> {
  const files = Object.entries(job.configFiles ?? {})
  const types = [
    ...files.map(([path, text]) => [path, wandbTypeOf(parseConfigFile(path, text).value)] as const),
    ...Object.entries(job.fileInputs ?? {}).map(([path, values]) => [path, wandbTypeOf(values)] as const),
  ]
  return {
    ...(types.length === 0
      ? {}
      : { input_types: { '@wandb.config': wandbTypeOf(job.config ?? {}), files: Object.fromEntries(types) } }),
    ...(job.schema === undefined ? {} : { input_schemas: { '@wandb.config': job.schema } }),
    ...(job.allowsExtraKeys === true ? { allows_extra_keys: true } : {}),
  }
}

/** Saves a file of a run as the client does. */
async function saveRunFile(
  target: GraphqlTarget,
  run: { readonly entityName: string; readonly projectName: string; readonly runName: string },
  path: string,
  text: string,
): Promise<void> {
  const data = await mustAnswer(
    target,
    `mutation($input: CreateRunFilesInput!) { createRunFiles(input: $input) { files { uploadUrl } } }`,
    { input: { entityName: run.entityName, projectName: run.projectName, runName: run.runName, files: [path] } },
  )
  await put(data.createRunFiles.files[0]?.uploadUrl, text)
}

interface ArtifactFixture {
  readonly entityName: string
  readonly projectName: string
  readonly runName: string
  readonly type: string
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly metadata: Readonly<Record<string, unknown>>
}

async function logArtifact(target: GraphqlTarget, artifact: ArtifactFixture): Promise<string> {
  const entries = Object.entries(artifact.files).map(([path, text]) => ({
    path,
    text,
    md5: md5(text).toString('base64'),
  }))
  const digest = createHash('md5').update('wandb-artifact-manifest-v1\n')
  for (const entry of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    digest.update(`${entry.path}:${entry.md5}\n`)
  const created = await mustAnswer(
    target,
    'mutation($input: CreateArtifactInput!) { createArtifact(input: $input) { artifact { id state } } }',
    {
      input: {
        artifactTypeName: artifact.type,
        artifactCollectionName: artifact.name,
        entityName: artifact.entityName,
        projectName: artifact.projectName,
        runName: artifact.runName,
        digest: digest.digest('hex'),
        digestAlgorithm: 'MANIFEST_MD5',
        aliases: [{ artifactCollectionName: artifact.name, alias: 'latest' }],
        metadata: JSON.stringify(artifact.metadata),
        enableDigestDeduplication: true,
      },
    },
  )
  const artifactID: string = created.createArtifact.artifact.id
  if (created.createArtifact.artifact.state === 'COMMITTED') return decodeArtifactId(artifactID)
  const manifest = await createManifest(target, artifact, artifactID, '')
  const uploads = await mustAnswer(
    target,
    `mutation($input: CreateArtifactFilesInput!) { createArtifactFiles(input: $input) {
      files { edges { node { uploadUrl uploadHeaders artifact { id } } } } } }`,
    {
      input: {
        storageLayout: 'V2',
        artifactFiles: entries.map(({ path, md5 }) => ({
          artifactID,
          artifactManifestID: manifest.id,
          name: path,
          md5,
        })),
      },
    },
  )
  const nodes: readonly {
    readonly node: { readonly uploadUrl: string | null; readonly artifact: { readonly id: string } }
  }[] = uploads.createArtifactFiles.files.edges
  for (const [index, entry] of entries.entries()) await put(nodes[index]?.node.uploadUrl, entry.text)
  const manifestText = JSON.stringify({
    version: 1,
    storagePolicy: 'wandb-storage-policy-v1',
    storagePolicyConfig: { storageLayout: 'V2' },
    contents: Object.fromEntries(
      entries.map(({ path, text, md5 }, index) => [
        path,
        { digest: md5, size: Buffer.byteLength(text), birthArtifactID: nodes[index]?.node.artifact.id },
      ]),
    ),
  })
  const uploaded = await createManifest(target, artifact, artifactID, md5(manifestText).toString('base64'))
  await put(uploaded.file.uploadUrl, manifestText)
  await mustAnswer(target, 'mutation($id: ID!) { commitArtifact(input: {artifactID: $id}) { artifact { id } } }', {
    id: artifactID,
  })
  return decodeArtifactId(artifactID)
}

async function createManifest(
  target: GraphqlTarget,
  artifact: ArtifactFixture,
  artifactID: string,
  digest: string,
): Promise<{ readonly id: string; readonly file: { readonly uploadUrl: string | null } }> {
  const answer = await mustAnswer(
    target,
    `mutation($input: CreateArtifactManifestInput!) { createArtifactManifest(input: $input) {
      artifactManifest { id file { uploadUrl } } } }`,
    {
      input: {
        artifactID,
        name: 'wandb_manifest.json',
        digest,
        entityName: artifact.entityName,
        projectName: artifact.projectName,
        runName: artifact.runName,
        type: 'FULL',
      },
    },
  )
  return answer.createArtifactManifest.artifactManifest
}

async function put(url: string | null | undefined, text: string): Promise<void> {
  if (url === null || url === undefined) return
  const response = await fetch(url, { method: 'PUT', body: text })
  if (!response.ok) throw new Error(`Cannot upload to ${url}: status ${response.status}, ${await response.text()}`)
}

function md5(text: string): Buffer {
  return createHash('md5').update(text).digest()
}

/** References hold the id in hexadecimal. */
function decodeArtifactId(id: string): string {
  return Buffer.from(id, 'base64').toString('hex')
}

function wandbTypeOf(value: unknown): unknown {
  if (value === null) return { wb_type: 'none' }
  if (Array.isArray(value))
    return { wb_type: 'list', params: { element_type: wandbTypeOf(value[0] ?? null), length: value.length } }
  if (typeof value === 'object') {
    const map = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wandbTypeOf(item)]))
    return { wb_type: 'typedDict', params: { type_map: map } }
  }
  return { wb_type: typeof value }
}

// The tests look into answers of many shapes; each asserts the part it needs.
// oxlint-disable-next-line typescript/no-explicit-any
async function mustAnswer(target: GraphqlTarget, query: string, variables: Record<string, unknown>): Promise<any> {
  const answer = await target.request(query, variables)
  if (answer.errors !== undefined)
    throw new Error(`Cannot make the test's job: ${answer.errors.map(({ message }) => message).join('; ')}`)
  return answer.data
}
