import { createHash } from 'node:crypto'

/** A file of an artifact as a client announces it. */
export interface AnnouncedFile {
  readonly name: string
  /** base64 of the MD5 of its bytes. */
  readonly md5: string
  readonly size: number
}

/** Logs artifacts by the protocol of the stock client, without its work on files. Source: wandb client protocol. */
export interface ArtifactClient {
  /** Makes a pending version and announces its files; answers with its id and with where each file is to be sent. */
  begin(
    name: string,
    files: readonly AnnouncedFile[],
  ): Promise<{ readonly id: string; readonly urls: readonly string[] }>
  /** Sends the manifest. */
  putManifest(id: string, files: readonly AnnouncedFile[]): Promise<void>
  commit(id: string): Promise<void>
  /** Where the files of a version are read. */
  listUrls(name: string, count: number): Promise<readonly string[]>
}

const PLACE = { entityName: 'admin', projectName: 'bench' }
/** As many as the stock client announces at once. */
const FILES_AT_ONCE = 10_000

/** A client of a server's administrator. */
export function createArtifactClient(url: string, apiKey: string): ArtifactClient {
  async function ask<T>(query: string, variables: object): Promise<T> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`,
      },
      body: JSON.stringify({ query, variables, operationName: '' }),
    })
    const { data, errors } = (await response.json()) as { readonly data: T; readonly errors?: unknown }
    if (errors !== undefined) throw new Error(`The server refused a request: ${JSON.stringify(errors).slice(0, 500)}`)
    return data
  }

  return {
    async begin(name, files) {
      const { createArtifact } = await ask<{ createArtifact: { artifact: { id: string } } }>(
        'mutation($input: CreateArtifactInput!) { createArtifact(input: $input) { artifact { id } } }',
        {
          input: {
            ...PLACE,
            artifactTypeName: 'dataset',
            artifactCollectionName: name,
            digest: artifactDigest(files),
            enableDigestDeduplication: true,
          },
        },
      )
      const { id } = createArtifact.artifact
      const urls: string[] = []
      for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
        const artifactFiles = files
          .slice(start, start + FILES_AT_ONCE)
          .map((file) => ({ artifactID: id, name: file.name, md5: file.md5 }))
        const { createArtifactFiles } = await ask<{
          createArtifactFiles: { files: { edges: readonly { node: { uploadUrl: string | null } }[] } }
        }>(
          `mutation($input: CreateArtifactFilesInput!) { createArtifactFiles(input: $input) { files { edges { node { uploadUrl } } } } }`,
          { input: { artifactFiles, storageLayout: 'V2' } },
        )
        urls.push(...createArtifactFiles.files.edges.flatMap(({ node }) => node.uploadUrl ?? []))
      }
      return { id, urls }
    },
    async putManifest(id, files) {
      const contents = files.map(({ name, md5, size }) => [name, { digest: md5, size }] as const)
      const text = JSON.stringify({
        version: 1,
        storagePolicy: 'wandb-storage-policy-v1',
        storagePolicyConfig: { storageLayout: 'V2' },
        contents: Object.fromEntries(contents),
      })
      const { createArtifactManifest } = await ask<{
        createArtifactManifest: { artifactManifest: { file: { uploadUrl: string } } }
      }>(
        `mutation($input: CreateArtifactManifestInput!) { createArtifactManifest(input: $input) {
          artifactManifest { file { uploadUrl } } } }`,
        {
          input: {
            ...PLACE,
            artifactID: id,
            name: 'wandb_manifest.json',
            type: 'FULL',
            digest: createHash('md5').update(text).digest('base64'),
          },
        },
      )
      const response = await fetch(createArtifactManifest.artifactManifest.file.uploadUrl, {
        method: 'PUT',
        body: text,
      })
      if (!response.ok) throw new Error(`The server refused the manifest: ${await response.text()}`)
    },
    async commit(id) {
      await ask('mutation($id: ID!) { commitArtifact(input: {artifactID: $id}) { artifact { id } } }', { id })
    },
    async listUrls(name, count) {
      const { project } = await ask<{
        project: { artifact: { files: { edges: readonly { node: { directUrl: string } }[] } } }
      }>(
        `query($name: String!, $count: Int!) { project(entityName: "admin", name: "bench") { artifact(name: $name) {
          files(first: $count) { edges { node { directUrl } } } } } }`,
        { name, count },
      )
      return project.artifact.files.edges.map(({ node }) => node.directUrl)
    },
  }
}

/** The digest of a version, from its files in the order of their names, which have to be ASCII. */
function artifactDigest(files: readonly AnnouncedFile[]): string {
  const hash = createHash('md5').update('wandb-artifact-manifest-v1\n')
  for (const { name, md5 } of files.toSorted((left, right) => (left.name < right.name ? -1 : 1)))
    hash.update(`${name}:${md5}\n`)
  return hash.digest('hex')
}
