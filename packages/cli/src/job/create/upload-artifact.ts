import { createHash } from 'node:crypto'
import {
  CliCommitArtifactDocument,
  CliCreateArtifactDocument,
  CliCreateArtifactFilesDocument,
  CliCreateArtifactManifestDocument,
} from '@slipway/api'
import { UnavailableError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { ArtifactSource } from './artifact-source.ts'
import { putBytes } from './put-bytes.ts'

const FILES_AT_ONCE = 500
const UPLOADS_AT_ONCE = 8

/** A version of an artifact to make. */
export interface NewArtifact {
  readonly entityName: string
  readonly projectName: string
  readonly type: string
  readonly name: string
  readonly description: string | null
  readonly metadata: object
  readonly aliases: readonly string[]
  readonly files: readonly ArtifactSource[]
}

/** A version that is at the server. */
export interface UploadedArtifact {
  readonly id: string
  readonly version: string
  /** False when the same files with the same metadata were there as the newest version already. */
  readonly isNew: boolean
}

interface StoredFile {
  readonly source: ArtifactSource
  readonly birthArtifactId: string
}

/**
 * Makes a version of an artifact the way the wandb client does (wandb client protocol, artifacts): announce it, upload the
 * files that the server does not have, then the manifest, and commit. `onProgress` hears of each file that is there.
 */
export async function uploadArtifact(
  api: ApiClient,
  artifact: NewArtifact,
  onProgress: (doneFiles: number, allFiles: number) => void,
): Promise<UploadedArtifact> {
  const { entityName, projectName, name, files } = artifact
  const { createArtifact } = await api.request(CliCreateArtifactDocument, {
    input: {
      entityName,
      projectName,
      artifactTypeName: artifact.type,
      artifactCollectionName: name,
      description: artifact.description,
      metadata: JSON.stringify(artifact.metadata),
      aliases: artifact.aliases.map((alias) => ({ artifactCollectionName: name, alias })),
      digest: digestOf(files),
      digestAlgorithm: 'MANIFEST_MD5',
      enableDigestDeduplication: true,
    },
  })
  const created = createArtifact?.artifact ?? null
  if (created === null) throw new UnavailableError(`Cannot create artifact "${name}": the server gave none. Try again.`)
  if (created.state === 'COMMITTED') {
    return { id: created.id, version: `v${created.versionIndex ?? 0}`, isNew: false }
  }
  const draft = await announceManifest(api, artifact, created.id, '')
  const stored = await uploadFiles(api, { artifactID: created.id, artifactManifestID: draft.id, files }, onProgress)
  const manifest = manifestText(stored)
  const target = await announceManifest(api, artifact, created.id, md5(manifest).toString('base64'))
  await putBytes(target, new Blob([manifest]), 'the manifest')
  const { commitArtifact } = await api.request(CliCommitArtifactDocument, { input: { artifactID: created.id } })
  return { id: created.id, version: `v${commitArtifact?.artifact.versionIndex ?? 0}`, isNew: true }
}

async function uploadFiles(
  api: ApiClient,
  upload: {
    readonly artifactID: string
    readonly artifactManifestID: string
    readonly files: readonly ArtifactSource[]
  },
  onProgress: (doneFiles: number, allFiles: number) => void,
): Promise<readonly StoredFile[]> {
  const { artifactID, artifactManifestID, files } = upload
  const stored: StoredFile[] = []
  let done = 0
  for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
    const part = files.slice(start, start + FILES_AT_ONCE)
    const { createArtifactFiles } = await api.request(CliCreateArtifactFilesDocument, {
      input: {
        storageLayout: 'V2',
        artifactFiles: part.map(({ path, md5: digest }) => ({
          artifactID,
          artifactManifestID,
          name: path,
          md5: digest,
        })),
      },
    })
    const targets = createArtifactFiles?.files.edges.map(({ node }) => node) ?? []
    const waiting = part.map((source, index) => ({ source, target: targets[index] ?? null }))
    for (const { source, target } of waiting) {
      stored.push({ source, birthArtifactId: target?.artifact?.id ?? artifactID })
    }
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if (next.target === null)
          throw new UnavailableError(`Cannot upload "${next.source.path}": the server gave no place.`)
        await putBytes(next.target, next.source, `"${next.source.path}"`)
        done += 1
        onProgress(done, files.length)
      }
    }
    await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, work))
  }
  return stored
}

async function announceManifest(api: ApiClient, artifact: NewArtifact, artifactID: string, digest: string) {
  const { entityName, projectName } = artifact
  const { createArtifactManifest: made } = await api.request(CliCreateArtifactManifestDocument, {
    input: { artifactID, name: 'wandb_manifest.json', digest, entityName, projectName, type: 'FULL' },
  })
  if (made === null) throw new UnavailableError('Cannot upload the manifest: the server gave no place. Try again.')
  const { id, file } = made.artifactManifest
  return { id, uploadUrl: file?.uploadUrl ?? null, uploadHeaders: file?.uploadHeaders ?? null }
}

function manifestText(files: readonly StoredFile[]): string {
  return JSON.stringify({
    version: 1,
    storagePolicy: 'wandb-storage-policy-v1',
    storagePolicyConfig: { storageLayout: 'V2' },
    contents: Object.fromEntries(
      files.map(({ source, birthArtifactId }) => [
        source.path,
        { digest: source.md5, size: source.size, birthArtifactID: birthArtifactId },
      ]),
    ),
  })
}

// Sorted as the client sorts: by code points.
function digestOf(files: readonly ArtifactSource[]): string {
  const digest = createHash('md5').update('wandb-artifact-manifest-v1\n')
  const sorted = files.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
  for (const file of sorted) digest.update(`${file.path}:${file.md5}\n`)
  return digest.digest('hex')
}

function md5(text: string): Buffer {
  return createHash('md5').update(text).digest()
}
