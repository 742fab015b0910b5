import { createHash } from 'node:crypto'
import { startTestServer, type TestDatabases, type TestServer } from '@slipway/testkit'

/** A version as the tests announce it; the rest is chosen. */
export interface TestArtifact {
  readonly name?: string
  readonly type?: string
  readonly files?: Readonly<Record<string, string>>
  /** Entries of the manifest beside the files, or in their place. */
  readonly entries?: Readonly<Record<string, unknown>>
  readonly metadata?: unknown
  readonly aliases?: readonly string[]
  readonly clientID?: string
  readonly runName?: string
  readonly digest?: string
  readonly input?: Readonly<Record<string, unknown>>
}

/** Speaks the client's protocol for artifacts, one step at a time, as one user. */
export interface ArtifactClient {
  // The tests look into answers of many shapes; each asserts the part it needs.
  // oxlint-disable-next-line typescript/no-explicit-any
  ask(query: string, variables?: Record<string, unknown>): Promise<any>
  /** The message of the error that a request must be refused with. */
  refusal(query: string, variables?: Record<string, unknown>): Promise<string>
  create(artifact: TestArtifact): Promise<{ readonly id: string; readonly state: string }>
  announceFiles(
    id: string,
    files: Readonly<Record<string, string>>,
    storageLayout?: 'V1' | 'V2',
  ): Promise<readonly AnnouncedFile[]>
  putManifest(id: string, text: string, options?: { readonly type?: string; readonly base?: string }): Promise<void>
  commit(id: string): Promise<void>
  /** All steps; answers with the id of the version. */
  log(artifact: TestArtifact): Promise<string>
}

export interface AnnouncedFile {
  readonly uploadUrl: string | null
  readonly artifact: { readonly id: string }
}

const PROJECT = 'p'

/** A server, and a client of its administrator. */
export async function startArtifactServer(
  databases: TestDatabases,
  options: Parameters<typeof startTestServer>[0] = {},
): Promise<{ readonly server: TestServer; readonly client: ArtifactClient }> {
  const server = await startTestServer({ ...options, database: await databases.create() })
  return { server, client: artifactClient(server) }
}

/** A client of the administrator, or of another user's own entity. */
export function artifactClient(
  server: TestServer,
  user: { readonly entity: string; readonly apiKey: string } = { entity: server.username, apiKey: server.apiKey },
): ArtifactClient {
  const place = { entityName: user.entity, projectName: PROJECT }
  const client: ArtifactClient = {
    async ask(query, variables) {
      const answer = await server.request(query, variables, { apiKey: user.apiKey })
      if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join('\n'))
      return answer.data
    },
    async refusal(query, variables) {
      const answer = await server.request(query, variables, { apiKey: user.apiKey })
      const [error] = answer.errors ?? []
      if (error === undefined) throw new Error(`The request was not refused: ${JSON.stringify(answer.data)}`)
      if (answer.status < 400 || answer.status >= 500) throw new Error(`Refused with status ${answer.status}`)
      return error.message
    },
    async create(artifact) {
      const data = await client.ask(CREATE, { input: { ...place, ...createInput(artifact) } })
      return data.createArtifact.artifact
    },
    async announceFiles(id, files, storageLayout = 'V2') {
      const artifactFiles = Object.entries(files).map(([name, text]) => ({ artifactID: id, name, md5: md5(text) }))
      const data = await client.ask(ANNOUNCE, { input: { artifactFiles, storageLayout } })
      return data.createArtifactFiles.files.edges.map((edge: { readonly node: AnnouncedFile }) => edge.node)
    },
    async putManifest(id, text, { type = 'FULL', base } = {}) {
      const input = { ...place, artifactID: id, name: 'wandb_manifest.json', type, digest: md5(text) }
      const data = await client.ask(ANNOUNCE_MANIFEST, {
        input: base === undefined ? input : { ...input, baseArtifactID: base },
      })
      await mustPut(data.createArtifactManifest.artifactManifest.file.uploadUrl, text)
    },
    async commit(id) {
      await client.ask(COMMIT, { id })
    },
    async log(artifact) {
      const { id, state } = await client.create(artifact)
      if (state === 'COMMITTED') return id
      const files = artifact.files ?? {}
      const announced = Object.keys(files).length === 0 ? [] : await client.announceFiles(id, files)
      for (const [index, text] of Object.values(files).entries()) {
        const url = announced[index]?.uploadUrl ?? null
        if (url !== null) await mustPut(url, text)
      }
      await client.putManifest(id, manifestText(artifact))
      await client.commit(id)
      return id
    },
  }
  return client
}

export const CREATE =
  'mutation($input: CreateArtifactInput!) { createArtifact(input: $input) { artifact { id state } } }'
export const COMMIT = 'mutation($id: ID!) { commitArtifact(input: {artifactID: $id}) { artifact { id digest } } }'
const ANNOUNCE = `mutation($input: CreateArtifactFilesInput!) { createArtifactFiles(input: $input) {
  files { edges { node { uploadUrl artifact { id } } } } } }`
const ANNOUNCE_MANIFEST = `mutation($input: CreateArtifactManifestInput!) { createArtifactManifest(input: $input) {
  artifactManifest { id file { uploadUrl } } } }`

/** What `createArtifact` is asked for. */
export function createInput(artifact: TestArtifact): Record<string, unknown> {
  const name = artifact.name ?? 'data'
  return {
    artifactTypeName: artifact.type ?? 'dataset',
    artifactCollectionName: name,
    digest: artifact.digest ?? artifactDigest(artifact),
    aliases: (artifact.aliases ?? []).map((alias) => ({ artifactCollectionName: name, alias })),
    enableDigestDeduplication: true,
    ...(artifact.metadata === undefined ? {} : { metadata: JSON.stringify(artifact.metadata) }),
    ...(artifact.clientID === undefined ? {} : { clientID: artifact.clientID }),
    ...(artifact.runName === undefined ? {} : { runName: artifact.runName }),
    ...artifact.input,
  }
}

/** The manifest of a version as the client writes it. */
export function manifestText(artifact: TestArtifact, storageLayout: 'V1' | 'V2' = 'V2'): string {
  const files = Object.entries(artifact.files ?? {}).map(([path, text]) => [
    path,
    { digest: md5(text), size: Buffer.byteLength(text) },
  ])
  return JSON.stringify({
    version: 1,
    storagePolicy: 'wandb-storage-policy-v1',
    storagePolicyConfig: { storageLayout },
    contents: { ...Object.fromEntries(files), ...artifact.entries },
  })
}

/** The digest that the client announces. */
export function artifactDigest(artifact: TestArtifact): string {
  const contents: Record<string, { readonly digest: string }> = JSON.parse(manifestText(artifact)).contents
  const hash = createHash('md5').update('wandb-artifact-manifest-v1\n')
  for (const path of Object.keys(contents).toSorted()) hash.update(`${path}:${contents[path]?.digest ?? ''}\n`)
  return hash.digest('hex')
}

/** base64 of the MD5 of a text. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('base64')
}

/** Sends bytes to a signed address. */
export function put(url: string, text: string): Promise<Response> {
  return fetch(url, { method: 'PUT', body: text })
}

async function mustPut(url: string, text: string): Promise<void> {
  const response = await put(url, text)
  if (!response.ok) throw new Error(`The upload was refused: ${await response.text()}`)
}
