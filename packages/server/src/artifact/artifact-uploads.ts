import { InvalidInputError, NotFoundError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { FileRecord, MultipartUpload } from '../file/file.ts'
import type { FileService } from '../file/file-service.ts'
import { mimeTypeOf } from '../file/mime-type.ts'
import type { RunService } from '../run/run-service.ts'
import * as bytesStore from './artifact-bytes-store.ts'
import { findFile } from './artifact-entry-store.ts'
import { formatArtifactId } from './artifact-id.ts'
import * as manifests from './artifact-manifest-store.ts'
import { checkMd5 } from './artifact-md5.ts'
import { createArtifactMultipart, type AnnouncedPart } from './artifact-multipart.ts'
import { checkText } from './artifact-name.ts'
import * as store from './artifact-store.ts'
import type { ArtifactFileRecord, ArtifactManifestRecord, ArtifactManifestType, ArtifactRecord } from './artifact.ts'

const MAX_FILES_AT_ONCE = 20_000
const BYTES_PURPOSE = 'artifact-bytes'
/** Where files of artifacts are, in their addresses and their storage paths alike. Source: wandb client, `File.storage_path`. */
const FILE_PURPOSE = 'wandb_artifacts'
const MANIFEST_PURPOSE = 'artifact-manifest'

/** A file that a client is about to send. */
export interface AnnouncedFile {
  readonly artifact: ArtifactRecord
  readonly name: string
  /** base64. */
  readonly md5: string
  /** How the client would cut the file; empty for one that it sends whole. */
  readonly parts: readonly AnnouncedPart[]
}

/** A manifest that a client is about to send. */
export interface AnnouncedManifest {
  readonly name: string
  readonly type: ArtifactManifestType
  /** base64 of the MD5 of the file; empty while the client does not know it. */
  readonly digest: string
  readonly baseArtifact: ArtifactRecord | null
  readonly runName: string | null
}

/** How the files and manifests of pending versions get here, and the signed addresses that lead to them. */
export interface ArtifactUploads {
  /** A full manifest of the same name is announced anew; patches stand beside each other. */
  createManifest(viewer: Viewer, artifact: ArtifactRecord, manifest: AnnouncedManifest): Promise<ArtifactManifestRecord>
  updateManifest(
    viewer: Viewer,
    manifestId: number,
    change: { readonly digest: string | null; readonly baseArtifact: ArtifactRecord | null },
  ): Promise<ArtifactManifestRecord>
  /** One file for each announced one, in the same order; those whose bytes the entity has already are not to be sent. */
  createFiles(files: readonly AnnouncedFile[]): Promise<readonly FileRecord[]>
  /** Puts a file together whose parts were sent; answers with the MD5 (base64) of the whole. */
  completeParts(
    artifact: ArtifactRecord,
    upload: { readonly storagePath: string; readonly uploadKey: string; readonly parts: readonly AnnouncedPart[] },
  ): Promise<string>
  /** A manifest as a file to read or to write. */
  manifestFile(manifest: ArtifactManifestRecord): FileRecord
  /** A file of a committed version, to read. */
  toFileRecord(file: ArtifactFileRecord): FileRecord
}

/** Creates the uploads and takes over their signed addresses. */
export function createArtifactUploads(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly file: FileService
  readonly run: RunService
}): ArtifactUploads {
  const { database, clock, file: files, run: runs } = deps
  const { blobs } = files
  const multipart = createArtifactMultipart({ database, file: files })

  async function announce(
    known: ArtifactManifestRecord,
    digest: string,
    baseArtifactId: number | null,
  ): Promise<ArtifactManifestRecord> {
    if (known.digest === digest && known.baseArtifactId === baseArtifactId) return known
    return database.transaction(async (transaction) => {
      const before = await manifests.findManifest(transaction, known.id)
      await manifests.announceManifest(transaction, known.id, { digest, baseArtifactId })
      const held = before?.blobDigest ?? null
      if (held !== null) await blobs.release(transaction, held)
      return { ...known, digest, baseArtifactId, blobDigest: null, size: 0 }
    })
  }

  files.registerPurpose(BYTES_PURPOSE, {
    async upload(id, blob) {
      await database.transaction(async (transaction) => {
        const bytes = /^\d+$/u.test(id) ? await bytesStore.findBytes(transaction, Number(id)) : undefined
        if (bytes === undefined)
          throw new NotFoundError('Cannot store the file: its artifact was deleted. Log the artifact again.')
        checkMd5(bytes.md5, blob)
        if (await bytesStore.fillBytes(transaction, bytes.id, blob)) await blobs.retain(transaction, blob.digestSha256)
        await multipart.discard(transaction, bytes.id)
      })
    },
  })
  files.registerPurpose(FILE_PURPOSE, {
    async download(id) {
      const [, artifactId, position] = /^(\d+)\/(\d+)$/u.exec(id) ?? []
      const found =
        artifactId === undefined
          ? undefined
          : await findFile(database.db, Number(artifactId), { position: Number(position) })
      return found === undefined || found.blobDigest === null
        ? null
        : { digestSha256: found.blobDigest, size: found.size, name: found.path, mimetype: mimeTypeOf(found.path) }
    },
  })
  files.registerPurpose(MANIFEST_PURPOSE, {
    async upload(id, blob) {
      await database.transaction(async (transaction) => {
        const manifest = await manifests.findManifest(transaction, Number(id))
        const artifact = manifest && (await store.findArtifact(transaction, manifest.artifactId))
        if (manifest === undefined || artifact?.state !== 'PENDING')
          throw new NotFoundError('Cannot store the manifest: its artifact is committed or deleted. Log it again.')
        checkMd5(manifest.digest, blob)
        if (manifest.blobDigest === blob.digestSha256) return
        await blobs.retain(transaction, blob.digestSha256)
        await manifests.fillManifest(transaction, manifest.id, blob)
        if (manifest.blobDigest !== null) await blobs.release(transaction, manifest.blobDigest)
      })
    },
    async download(id) {
      const manifest = await manifests.findManifest(database.db, Number(id))
      return manifest === undefined || manifest.blobDigest === null
        ? null
        : {
            digestSha256: manifest.blobDigest,
            size: manifest.size,
            name: manifest.name,
            mimetype: mimeTypeOf(manifest.name),
          }
    },
  })

  return {
    async createManifest(viewer, artifact, { name, type, digest, baseArtifact, runName }) {
      requirePending(artifact)
      checkText('manifest', name + digest)
      if (artifact.writerRunId === null && runName !== null && runName !== '') {
        const run = await runs.findByName(viewer, artifact.entityName, artifact.projectName, runName)
        if (run !== null) await store.updateArtifact(database.db, artifact.id, { writer_run_id: run.id })
      }
      const all = await manifests.listManifests(database.db, artifact.id)
      const known = type === 'FULL' ? all.findLast((manifest) => manifest.type === type) : undefined
      const baseArtifactId = baseArtifact?.id ?? null
      if (known !== undefined) return announce(known, digest, baseArtifactId)
      const manifest = { artifactId: artifact.id, name, type, baseArtifactId, digest, blobDigest: null, size: 0 }
      return { id: await manifests.insertManifest(database.db, manifest, clock.now()), ...manifest }
    },
    async updateManifest(viewer, manifestId, { digest, baseArtifact }) {
      const known = await manifests.findManifest(database.db, manifestId)
      const artifact = known && (await store.findArtifact(database.db, known.artifactId))
      if (known === undefined || artifact === undefined || !viewer.entityIds.has(artifact.entityName))
        throw new NotFoundError('Cannot change the manifest: it does not exist. Log the artifact again.')
      requirePending(artifact)
      checkText('manifest', digest)
      return announce(known, digest ?? known.digest, baseArtifact?.id ?? known.baseArtifactId)
    },
    async createFiles(announced) {
      if (announced.length > MAX_FILES_AT_ONCE)
        throw new InvalidInputError(
          `Cannot take ${announced.length} files at once: the limit is ${MAX_FILES_AT_ONCE}. Send them in parts.`,
        )
      for (const file of announced) checkAnnounced(file)
      const byArtifact = Map.groupBy(announced, ({ artifact }) => artifact.id)
      for (const some of byArtifact.values()) {
        const artifact = some[0]?.artifact
        if (artifact === undefined) continue
        await database.transaction((transaction) =>
          bytesStore.askForBytes(transaction, {
            entityId: artifact.entityId,
            artifactId: artifact.id,
            md5s: some.map(({ md5 }) => md5),
            now: clock.now(),
          }),
        )
      }
      const places = new Map<string, bytesStore.ArtifactBytes>()
      for (const [entityId, some] of Map.groupBy(announced, ({ artifact }) => artifact.entityId)) {
        const md5s = some.map(({ md5 }) => md5)
        for (const found of (await bytesStore.findBytesByMd5(database.db, entityId, md5s)).values())
          places.set(`${entityId}/${found.md5}`, found)
      }
      const placeOf = (file: AnnouncedFile) => places.get(`${file.artifact.entityId}/${file.md5}`)
      const inParts = new Map<AnnouncedFile, MultipartUpload>()
      for (const file of announced) {
        const place = placeOf(file)
        if (file.parts.length > 0 && place !== undefined && place.blobDigest === null)
          inParts.set(file, await multipart.announce(place.id, file.parts))
      }
      return Promise.all(announced.map((file) => toUpload(file, placeOf(file), inParts.get(file) ?? null)))
    },
    async completeParts(artifact, { storagePath, uploadKey, parts }) {
      const [purpose = '', ...rest] = storagePath.split('/')
      const md5 = rest.join('/')
      if (purpose !== FILE_PURPOSE)
        throw new NotFoundError(
          `Cannot put the file together: "${storagePath.slice(0, 200)}" is not the storage path of a file that was announced.`,
        )
      await multipart.complete({ entityId: artifact.entityId, md5 }, uploadKey, parts)
      return md5
    },
    manifestFile: (manifest) => ({
      id: formatArtifactId('ArtifactManifest', manifest.id),
      name: manifest.name,
      sizeBytes: manifest.size,
      mimetype: mimeTypeOf(manifest.name),
      md5: manifest.digest,
      digest: manifest.digest,
      updatedAt: null,
      download: manifest.blobDigest === null ? null : { purpose: MANIFEST_PURPOSE, id: String(manifest.id) },
      upload: { purpose: MANIFEST_PURPOSE, id: String(manifest.id) },
    }),
    toFileRecord: (file) => ({
      id: Buffer.from(`ArtifactFile:${file.artifactId}:${file.position}`).toString('base64'),
      name: file.path,
      sizeBytes: file.size,
      mimetype: mimeTypeOf(file.path),
      md5: file.reference === null ? file.digest : null,
      digest: file.digest,
      updatedAt: null,
      storagePath: `${FILE_PURPOSE}/${file.digest}`,
      address: file.reference,
      download: file.reference === null ? { purpose: FILE_PURPOSE, id: `${file.artifactId}/${file.position}` } : null,
    }),
  }

  async function toUpload(
    { artifact, name, md5 }: AnnouncedFile,
    place: bytesStore.ArtifactBytes | undefined,
    parts: MultipartUpload | null,
  ): Promise<FileRecord> {
    const birthId = place?.birthArtifactId ?? artifact.id
    const birth = birthId === artifact.id ? artifact : await store.findArtifact(database.db, birthId)
    return {
      id: Buffer.from(`ArtifactBytes:${place?.id ?? 0}:${name}`).toString('base64'),
      name,
      sizeBytes: place?.size ?? 0,
      mimetype: mimeTypeOf(name),
      md5,
      digest: md5,
      updatedAt: null,
      storagePath: `${FILE_PURPOSE}/${md5}`,
      upload:
        place === undefined || place.blobDigest !== null ? null : { purpose: BYTES_PURPOSE, id: String(place.id) },
      uploadHeaders: [],
      multipart: parts,
      artifact: birth ?? artifact,
    }
  }
}

function requirePending(artifact: ArtifactRecord): void {
  if (artifact.state !== 'PENDING')
    throw new InvalidInputError(
      `Cannot write to artifact "${artifact.collectionName}": this version is ${artifact.state.toLowerCase()}. Log a new version.`,
    )
}

function checkAnnounced({ artifact, name, md5 }: AnnouncedFile): void {
  requirePending(artifact)
  if (!/^[A-Za-z0-9+/]{22}==$/u.test(md5))
    throw new InvalidInputError(
      `Cannot take file "${name.slice(0, 200)}": its digest "${md5.slice(0, 100)}" is not the base64 of an MD5.`,
    )
}
