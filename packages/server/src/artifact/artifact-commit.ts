import { InvalidInputError, TooLargeError } from '@slipway/core'
import type { Clock } from '../clock.ts'
import type { Database, Executor } from '../database/database.ts'
import type { BlobStore } from '../file/blob-store.ts'
import { setAlias } from './artifact-alias-store.ts'
import { findBytesByMd5, holdBytes } from './artifact-bytes-store.ts'
import { takeVersionIndex, updateCollection } from './artifact-collection-store.ts'
import { insertEntries, type StoredEntry } from './artifact-entry-store.ts'
import {
  formatManifest,
  manifestDigest,
  mergeManifests,
  namePaths,
  parseManifest,
  type Manifest,
} from './artifact-manifest.ts'
import * as manifests from './artifact-manifest-store.ts'
import * as store from './artifact-store.ts'
import type { ArtifactManifestRecord, ArtifactRecord } from './artifact.ts'

const MAX_MANIFEST_BYTES = 256 * 1024 * 1024

/** The manifest that a version gets, and where it is stored already; null when it must be written. */
interface FinalManifest {
  readonly manifest: Manifest
  readonly stored: ArtifactManifestRecord | null
}

/**
 * Makes a pending version final: checks that its manifest has the announced digest and that all of its bytes are here,
 * gives it the next number, and moves the aliases. Answers with null when another request was faster.
 */
export async function commitArtifact(
  deps: { readonly database: Database; readonly blobs: BlobStore; readonly clock: Clock },
  artifact: ArtifactRecord,
): Promise<ArtifactRecord | null> {
  const { database, blobs, clock } = deps
  const { manifest, stored } = await readFinalManifest(deps, artifact)
  const digest = manifestDigest(manifest)
  if (stored !== null && digest !== artifact.digest) {
    throw refusal(artifact, `its manifest has the digest ${digest}, but ${artifact.digest} was announced`)
  }
  const text = stored === null ? formatManifest(manifest) : null
  const blob = text === null ? null : await blobs.put(toChunks(text))
  return database.transaction(async (transaction) => {
    // Holds the collection, so that commits follow each other and numbers have no gaps.
    await updateCollection(transaction, artifact.collectionId, { updated_at: clock.now() })
    const current = await store.findArtifact(transaction, artifact.id)
    if (current?.state !== 'PENDING') return null
    await insertEntries(transaction, artifact.id, await storeEntries(transaction, artifact, manifest))
    let manifestId = stored?.id ?? null
    if (blob !== null) {
      manifestId = await manifests.insertManifest(
        transaction,
        {
          artifactId: artifact.id,
          name: 'wandb_manifest.json',
          type: 'FULL',
          baseArtifactId: null,
          digest: blob.md5Base64,
          blobDigest: blob.digestSha256,
          size: blob.size,
        },
        clock.now(),
      )
      await blobs.retain(transaction, blob.digestSha256)
    }
    const draft = await store.findDraft(transaction, artifact.id)
    await store.updateArtifact(transaction, artifact.id, {
      state: 'COMMITTED',
      version_index: await takeVersionIndex(transaction, artifact.collectionId, clock.now()),
      digest,
      size: manifest.entries.reduce((sum, { size }) => sum + size, 0),
      file_count: manifest.entries.length,
      current_manifest_id: manifestId,
      updated_at: clock.now(),
    })
    for (const alias of new Set([...(draft?.wantedAliases ?? []), 'latest'])) {
      await setAlias(transaction, artifact.collectionId, alias, artifact.id)
    }
    return (await store.findArtifact(transaction, artifact.id)) ?? null
  })
}

async function readFinalManifest(
  deps: { readonly database: Database; readonly blobs: BlobStore },
  artifact: ArtifactRecord,
): Promise<FinalManifest> {
  const { db } = deps.database
  const all = await manifests.listManifests(db, artifact.id)
  const full = all.findLast(({ type, blobDigest }) => type === 'FULL' && blobDigest !== null)
  if (full !== undefined) return { manifest: await readManifest(deps.blobs, full), stored: full }
  const patches = all.filter(({ blobDigest }) => blobDigest !== null)
  if (patches.length === 0) throw refusal(artifact, 'its manifest was not uploaded')
  const baseId = patches.findLast(({ baseArtifactId }) => baseArtifactId !== null)?.baseArtifactId ?? null
  const base = baseId === null ? undefined : await store.findDraft(db, baseId)
  const baseManifest =
    base === undefined || base.manifestId === null ? undefined : await manifests.findManifest(db, base.manifestId)
  return {
    manifest: mergeManifests(
      baseManifest === undefined ? null : await readManifest(deps.blobs, baseManifest),
      await Promise.all(patches.map((patch) => readManifest(deps.blobs, patch))),
    ),
    stored: null,
  }
}

async function readManifest(blobs: BlobStore, record: ArtifactManifestRecord): Promise<Manifest> {
  if (record.size > MAX_MANIFEST_BYTES)
    throw new TooLargeError(
      `Cannot commit the artifact: its manifest has ${record.size} bytes, and ${MAX_MANIFEST_BYTES} are allowed. Log fewer files.`,
    )
  return parseManifest((await blobs.read(record.blobDigest ?? '')).toString('utf8'))
}

async function storeEntries(
  executor: Executor,
  artifact: ArtifactRecord,
  manifest: Manifest,
): Promise<readonly StoredEntry[]> {
  const files = manifest.entries.filter(({ reference }) => reference === null)
  const bytes = await findBytesByMd5(
    executor,
    artifact.entityId,
    files.map(({ digest }) => digest),
  )
  const missing = files.filter(({ digest }) => (bytes.get(digest)?.blobDigest ?? null) === null)
  if (missing.length > 0) {
    const paths = namePaths(missing.map(({ path }) => path))
    throw refusal(artifact, `the bytes of ${paths} were not uploaded`)
  }
  await holdBytes(
    executor,
    [...bytes.values()].map(({ id }) => id),
  )
  return manifest.entries.map((entry) => ({
    path: entry.path,
    digest: entry.digest,
    size: entry.reference === null ? (bytes.get(entry.digest)?.size ?? entry.size) : entry.size,
    bytesId: entry.reference === null ? (bytes.get(entry.digest)?.id ?? null) : null,
    reference: entry.reference,
  }))
}

function refusal(artifact: ArtifactRecord, reason: string): InvalidInputError {
  return new InvalidInputError(
    `Cannot commit artifact "${artifact.collectionName}": ${reason}. Log the artifact again.`,
  )
}

async function* toChunks(text: string): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text))
}
