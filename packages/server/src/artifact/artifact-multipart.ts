import { createHash } from 'node:crypto'
import { InvalidInputError, NotFoundError } from '@slipway/core'
import type { Database, Executor } from '../database/database.ts'
import type { MultipartUpload, StoredBlob } from '../file/file.ts'
import type { FileService } from '../file/file-service.ts'
import * as bytesStore from './artifact-bytes-store.ts'
import { checkMd5 } from './artifact-md5.ts'
import * as store from './artifact-upload-store.ts'

/** As many as S3 takes, by which the client cuts its files. Source: wandb client, core/pkg/artifacts/multipart.go. */
const MAX_PARTS = 10_000
const PART_PURPOSE = 'artifact-part'

/** A part that a client is about to send, or says that it has sent. */
export interface AnnouncedPart {
  /** 1, 2, ... in the order of the bytes. */
  readonly partNumber: number
  /** The MD5 of the part: in hexadecimal, or as the `ETag` that the answer to its upload had. */
  readonly md5: string
}

/** How files that are too large for one request get here in parts, which may come in any order and more than once. */
export interface ArtifactMultipart {
  /** Where to send the parts of bytes that have a place; the same parts of the same bytes share one upload. */
  announce(bytesId: number, parts: readonly AnnouncedPart[]): Promise<MultipartUpload>
  /**
   * Puts the parts together, once all are here, and checks the whole against its MD5. What is together already stays so:
   * the client repeats a request that takes long.
   */
  complete(
    place: { readonly entityId: number; readonly md5: string },
    uploadKey: string,
    parts: readonly AnnouncedPart[],
  ): Promise<void>
  /** Lets go of the parts of bytes that are here whole. */
  discard(executor: Executor, bytesId: number): Promise<void>
}

/** Creates the uploads in parts and takes over their signed addresses. */
export function createArtifactMultipart(deps: {
  readonly database: Database
  readonly file: FileService
}): ArtifactMultipart {
  const { database, file: files } = deps
  const { blobs } = files
  const joining = new Map<number, Promise<void>>()

  files.registerPurpose(PART_PURPOSE, { upload: takePart })

  async function takePart(target: string, blob: StoredBlob): Promise<void> {
    const [, bytesId, uploadId, partNumber] = (/^(\d+)\/(\d+)\/(\d+)$/u.exec(target) ?? []).map(Number)
    await database.transaction(async (transaction) => {
      const part =
        uploadId === undefined || partNumber === undefined
          ? undefined
          : await store.findPart(transaction, uploadId, partNumber)
      const bytes = bytesId === undefined ? undefined : await bytesStore.findBytes(transaction, bytesId)
      // Somebody else has sent the same bytes meanwhile. Looked at last: the parts go when the whole is here.
      if (bytes !== undefined && bytes.blobDigest !== null) return
      if (bytes === undefined || uploadId === undefined || part === undefined)
        throw new NotFoundError('Cannot store the part of the file: its artifact was deleted. Log the artifact again.')
      checkMd5(part.md5, blob)
      if (await store.fillPart(transaction, uploadId, part.partNumber, blob.digestSha256))
        await blobs.retain(transaction, blob.digestSha256)
    })
  }

  /** Of one moment: another request may be putting the parts together, and then they are gone. */
  async function findUpload(entityId: number, md5: string, uploadKey: string) {
    return database.snapshot(async (snapshot) => {
      const bytes = (await bytesStore.findBytesByMd5(snapshot, entityId, [md5])).get(md5)
      if (bytes === undefined) throw missing()
      if (bytes.blobDigest !== null) return { bytes, stored: [] }
      const uploadId = await store.findUploadId(snapshot, bytes.id, uploadKey)
      if (uploadId === undefined) throw missing()
      return { bytes, stored: await store.listParts(snapshot, uploadId) }
    })
  }

  async function join(bytes: bytesStore.ArtifactBytes, parts: readonly store.UploadPart[]): Promise<void> {
    const blob = await blobs.put(readParts(parts))
    const isWhole = blob.md5Base64 === bytes.md5
    await database.transaction(async (transaction) => {
      if (isWhole && (await bytesStore.fillBytes(transaction, bytes.id, blob)))
        await blobs.retain(transaction, blob.digestSha256)
      await discard(transaction, bytes.id)
    })
    if (!isWhole) checkMd5(bytes.md5, blob)
  }

  async function* readParts(parts: readonly store.UploadPart[]): AsyncIterable<Uint8Array> {
    for (const { blobDigest } of parts) yield* blobs.open(blobDigest ?? '') as AsyncIterable<Uint8Array>
  }

  async function discard(executor: Executor, bytesId: number): Promise<void> {
    for (const digest of await store.deleteUploads(executor, [bytesId])) await blobs.release(executor, digest)
  }

  return {
    async announce(bytesId, parts) {
      const md5s = readPartMd5s(parts)
      const key = createHash('sha256').update(md5s.join(' ')).digest('hex')
      const uploadId = await database.transaction((transaction) =>
        store.ensureUpload(transaction, { bytesId, key, md5s }),
      )
      return {
        uploadKey: key,
        parts: md5s.map((_md5, index) => ({
          partNumber: index + 1,
          target: { purpose: PART_PURPOSE, id: `${bytesId}/${uploadId}/${index + 1}` },
        })),
      }
    },
    async complete({ entityId, md5 }, uploadKey, parts) {
      const { bytes, stored } = await findUpload(entityId, md5, uploadKey)
      if (bytes.blobDigest !== null) return
      checkComplete(stored, parts)
      const running = joining.get(bytes.id) ?? join(bytes, stored).finally(() => joining.delete(bytes.id))
      joining.set(bytes.id, running)
      await running
    },
    discard,
  }
}

/** The MD5s of announced parts in base64, in the order of the bytes. Throws InvalidInputError when one is missing. */
function readPartMd5s(parts: readonly AnnouncedPart[]): readonly string[] {
  if (parts.length > MAX_PARTS)
    throw new InvalidInputError(
      `Cannot take a file in ${parts.length} parts: the limit is ${MAX_PARTS}. Cut it into larger parts.`,
    )
  return parts
    .toSorted((one, other) => one.partNumber - other.partNumber)
    .map(({ partNumber, md5 }, index) => {
      if (partNumber !== index + 1)
        throw new InvalidInputError(
          `Cannot take the file in parts: part ${index + 1} of ${parts.length} was not announced. Number them 1, 2, ... in the order of the bytes.`,
        )
      if (!/^[0-9a-f]{32}$/u.test(md5))
        throw new InvalidInputError(
          `Cannot take the file in parts: "${md5.slice(0, 100)}" of part ${partNumber} is not a hexadecimal MD5.`,
        )
      return Buffer.from(md5, 'hex').toString('base64')
    })
}

/** Refuses to put parts together of which one is not here, or was sent as something else than the client says. */
function checkComplete(stored: readonly store.UploadPart[], said: readonly AnnouncedPart[]): void {
  const saidByNumber = new Map(said.map(({ partNumber, md5 }) => [partNumber, md5.replaceAll('"', '')]))
  const wrong = stored.find(({ partNumber, md5, blobDigest }) => {
    const tag = saidByNumber.get(partNumber)
    return blobDigest === null || (tag !== md5 && tag !== Buffer.from(md5, 'base64').toString('hex'))
  })
  if (wrong === undefined) return
  const reason =
    wrong.blobDigest === null
      ? 'was not sent'
      : saidByNumber.has(wrong.partNumber)
        ? 'was sent with other bytes than you say'
        : 'is not among the parts that you name'
  throw new InvalidInputError(
    `Cannot put the file together: part ${wrong.partNumber} of ${stored.length} ${reason}. Send it, and name all parts with the ETag of the answers.`,
  )
}

function missing(): NotFoundError {
  return new NotFoundError('Cannot put the file together: there is no such upload. Log the artifact again.')
}
