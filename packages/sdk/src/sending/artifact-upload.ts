import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import {
  SdkCommitArtifactDocument,
  SdkCreateArtifactDocument,
  SdkCreateArtifactFilesDocument,
  SdkCreateArtifactManifestDocument,
} from '@slipway/api'
import { InvalidInputError, type JsonObject, stringifyJson } from '@slipway/core'
import type { ApiClient } from '../api-client.ts'
import { runNameOf } from './run-files.ts'
import type { SendState } from './send-state.ts'

const FILES_AT_ONCE = 500
const UPLOADS_AT_ONCE = 8

/** A set of files to log. */
export interface ArtifactToLog {
  readonly type: string
  readonly name: string
  /** The path in the artifact, and the file on disk. */
  readonly files: ReadonlyMap<string, string>
  readonly metadata: JsonObject
}

interface Entry {
  readonly path: string
  readonly file: string
  readonly md5: string
  readonly size: number
}

/** Logs an artifact as an output of the run and returns its id. The same files again give the same version. */
export async function logArtifact(
  api: ApiClient,
  state: SendState,
  artifact: ArtifactToLog,
  signal: AbortSignal,
): Promise<string> {
  const entries = await readEntries(artifact.files)
  const place = { entityName: state.entity, projectName: state.project, runName: runNameOf(state) }
  const created = await api.request(
    SdkCreateArtifactDocument,
    {
      input: {
        ...place,
        artifactTypeName: artifact.type,
        artifactCollectionName: artifact.name,
        digest: digestOf(entries),
        digestAlgorithm: 'MANIFEST_MD5',
        aliases: [{ artifactCollectionName: artifact.name, alias: 'latest' }],
        metadata: stringifyJson(artifact.metadata),
        enableDigestDeduplication: true,
      },
    },
    { signal },
  )
  const { id, state: artifactState } = created.createArtifact?.artifact ?? missing(artifact)
  if (artifactState === 'COMMITTED') return id
  const manifest = (digest: string) =>
    api.request(
      SdkCreateArtifactManifestDocument,
      { input: { ...place, artifactID: id, name: 'wandb_manifest.json', digest, type: 'FULL' } },
      { signal },
    )
  const announced = await manifest('')
  const manifestId = announced.createArtifactManifest?.artifactManifest.id ?? missing(artifact)
  const births = await uploadEntries(api, { artifactId: id, manifestId }, entries, signal)
  const text = formatManifest(entries, births)
  const { createArtifactManifest } = await manifest(createHash('md5').update(text).digest('base64'))
  const file = createArtifactManifest?.artifactManifest.file
  if (typeof file?.uploadUrl === 'string')
    await api.upload(file.uploadUrl, Buffer.from(text), { headers: file.uploadHeaders ?? [], signal })
  await api.request(SdkCommitArtifactDocument, { artifactId: id }, { signal, timeoutMs: 60_000 })
  return id
}

/** The id of an artifact as references hold it: in hexadecimal (wandb client protocol). */
export function artifactReference(id: string): string {
  return `wandb-artifact://_id/${Buffer.from(id, 'base64').toString('hex')}`
}

async function readEntries(files: ReadonlyMap<string, string>): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (const [path, file] of files) {
    const hash = createHash('md5')
    let size = 0
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      size += chunk.length
    }
    entries.push({ path, file, md5: hash.digest('base64'), size })
  }
  // By code points, which the order of UTF-8 bytes is.
  return entries.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
}

function digestOf(entries: readonly Entry[]): string {
  const hash = createHash('md5').update('wandb-artifact-manifest-v1\n')
  for (const { path, md5 } of entries) hash.update(`${path}:${md5}\n`)
  return hash.digest('hex')
}

/** Sends what the server lacks, and returns for each entry the version that first held its bytes. */
async function uploadEntries(
  api: ApiClient,
  ids: { readonly artifactId: string; readonly manifestId: string },
  entries: readonly Entry[],
  signal: AbortSignal,
): Promise<readonly (string | null)[]> {
  const births: (string | null)[] = []
  for (let from = 0; from < entries.length; from += FILES_AT_ONCE) {
    const some = entries.slice(from, from + FILES_AT_ONCE)
    const artifactFiles = some.map(({ path, md5 }) => ({
      artifactID: ids.artifactId,
      artifactManifestID: ids.manifestId,
      name: path,
      md5,
    }))
    const answer = await api.request(
      SdkCreateArtifactFilesDocument,
      { input: { artifactFiles, storageLayout: 'V2' } },
      { signal },
    )
    const nodes = answer.createArtifactFiles?.files.edges.map(({ node }) => node) ?? []
    births.push(...some.map((_entry, index) => nodes[index]?.artifact?.id ?? null))
    for (let at = 0; at < some.length; at += UPLOADS_AT_ONCE) {
      await Promise.all(
        some.slice(at, at + UPLOADS_AT_ONCE).map(async ({ file }, index) => {
          const node = nodes[at + index]
          if (typeof node?.uploadUrl === 'string')
            await api.upload(node.uploadUrl, await openAsBlob(file), { headers: node.uploadHeaders ?? [], signal })
        }),
      )
    }
  }
  return births
}

function formatManifest(entries: readonly Entry[], births: readonly (string | null)[]): string {
  return JSON.stringify({
    version: 1,
    storagePolicy: 'wandb-storage-policy-v1',
    storagePolicyConfig: { storageLayout: 'V2' },
    contents: Object.fromEntries(
      entries.map(({ path, md5, size }, index) => [path, { digest: md5, size, birthArtifactID: births[index] ?? '' }]),
    ),
  })
}

function missing({ name }: ArtifactToLog): never {
  throw new InvalidInputError(`Cannot log artifact "${name}": the server's answer has no id. Update the server.`)
}
