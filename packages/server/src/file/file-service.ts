import { InvalidInputError, NotFoundError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database, Executor } from '../database/database.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { Changes } from '../live/changes.ts'
import type { RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import type { BlobStore } from './blob-store.ts'
import { checkFileName, toFileName } from './file-name.ts'
import type { FileRecord, StorageTarget, StoredBlob } from './file.ts'
import { mimeTypeOf } from './mime-type.ts'
import * as store from './run-file-store.ts'
import type { StoragePurpose } from './storage-routes.ts'
import type { SignedUrlRequest, UrlSigner } from './url-signer.ts'

const MAX_FILES_AT_ONCE = 10_000
const RUN_FILE_PURPOSE = 'run-file'

/** A name and where to PUT its bytes. */
interface RunFileUpload {
  readonly name: string
  readonly uploadUrl: string
}

/** The files of runs, and what every domain needs to store bytes and hand out signed addresses. */
export interface FileService {
  readonly blobs: BlobStore
  readonly signer: UrlSigner
  /** An absolute address that carries its own authorisation. Lasts a day unless told otherwise. */
  signUrl(request: SignedUrlRequest): string
  /** Lets a domain answer the signed addresses of its own purpose. Called once each, while the server starts. */
  registerPurpose(purpose: string, handler: StoragePurpose): void
  readonly purposes: ReadonlyMap<string, StoragePurpose>
  /** The bytes of a file of a run; null when there is no such file. For small files: it is read whole. */
  readRunFile(run: RunRecord, path: string): Promise<Buffer | null>
  /** Upload addresses for files of a run, in the order of `names`. */
  createUploads(run: RunRecord, names: readonly string[]): readonly RunFileUpload[]
  /** Uploaded files, oldest first. */
  list(run: RunRecord, filter: store.RunFileFilter, page: PageRequest): Promise<readonly FileRecord[]>
  /** Names of these that have no bytes yet, as files to upload to. */
  listMissing(run: RunRecord, names: readonly string[]): Promise<readonly FileRecord[]>
  count(run: RunRecord): Promise<number>
  /** How many bytes the files of an entity's runs have together. */
  storedBytes(entityId: number): Promise<number>
  /** Deletes files by their ids on the wire. Throws NotFoundError, and deletes none, when one is not the viewer's. */
  delete(viewer: Viewer, ids: readonly string[]): Promise<void>
}

/** Creates the file service. */
export function createFileService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly run: RunService
  readonly blobs: BlobStore
  readonly signer: UrlSigner
  readonly changes: Changes
}): FileService {
  const { database, clock, run: runs, blobs, signer, changes } = deps
  const purposes = new Map<string, StoragePurpose>()

  const service: FileService = {
    blobs,
    signer,
    signUrl: (request) => signer.sign(request),
    registerPurpose: (purpose, handler) => void purposes.set(purpose, handler),
    purposes,
    async readRunFile(run, path) {
      const row = await store.findRunFileByName(database.db, run.id, path)
      return row === undefined || row.digest === null ? null : blobs.read(row.digest)
    },
    createUploads(run, names) {
      if (names.length > MAX_FILES_AT_ONCE) {
        throw new InvalidInputError(
          `Cannot take ${names.length} files at once: the limit is ${MAX_FILES_AT_ONCE}. Send them in parts.`,
        )
      }
      for (const name of names) checkFileName(name)
      return names.map((name) => ({ name, uploadUrl: signer.sign({ method: 'PUT', ...uploadTarget(run.id, name) }) }))
    },
    async list(run, filter, page) {
      return (await store.listRunFiles(database.db, run.id, filter, page)).map(toRunFile)
    },
    async listMissing(run, names) {
      for (const name of names) checkFileName(name)
      const known = await store.listRunFiles(
        database.db,
        run.id,
        { names, pattern: null },
        { after: 0, limit: names.length },
      )
      const there = new Set(known.map(({ name }) => name))
      return [...new Set(names)].filter((name) => !there.has(name)).map((name) => toMissingFile(run, name))
    },
    count: (run) => store.countRunFiles(database.db, run.id),
    storedBytes: (entityId) => store.sumRunFileBytes(database.db, entityId),
    async delete(viewer, wireIds) {
      const ids = wireIds.map(parseFileId)
      await database.transaction(async (transaction) => {
        const runIds = new Set<number>()
        for (const id of ids) runIds.add((await requireOwnFile(transaction, viewer, id)).id)
        database.afterCommit(transaction, () => {
          for (const id of runIds) changes.runContent(id, 'files')
        })
        for (const digest of await store.deleteRunFiles(transaction, { ids })) await blobs.release(transaction, digest)
      })
    },
  }

  async function requireOwnFile(executor: Executor, viewer: Viewer, id: number): Promise<RunRecord> {
    const row = await store.findRunFile(executor, id)
    const run = row === undefined ? null : await runs.findByRowId(viewer, row.run_id, executor)
    if (run === null) {
      throw new NotFoundError('Cannot delete the files: one of them does not exist. List the files again.')
    }
    return run
  }

  async function acceptUpload(target: string, blob: StoredBlob): Promise<void> {
    const { runId, name } = parseUploadTarget(target)
    await database.transaction(async (transaction) => {
      if (!(await runs.isThere(transaction, runId))) {
        throw new NotFoundError(`Cannot store file "${name}": its run was deleted.`)
      }
      const before = await store.putRunFile(transaction, { runId, name }, blob, clock.now())
      await blobs.retain(transaction, blob.digestSha256)
      if (before !== null) await blobs.release(transaction, before)
    })
    changes.runContent(runId, 'files')
  }

  service.registerPurpose(RUN_FILE_PURPOSE, {
    upload: acceptUpload,
    async download(id) {
      const row = /^\d+$/u.test(id) ? await store.findRunFile(database.db, Number(id)) : undefined
      return row === undefined || row.digest === null
        ? null
        : { digestSha256: row.digest, size: row.size, name: row.name, mimetype: mimeTypeOf(row.name) }
    },
  })
  runs.onRunDeleted(async (transaction, run) => {
    for (const digest of await store.deleteRunFiles(transaction, { runId: run.id }))
      await blobs.release(transaction, digest)
  })
  return service
}

function toRunFile(row: store.RunFileRow): FileRecord {
  return {
    id: Buffer.from(`RunFile:${row.id}`).toString('base64'),
    name: row.name,
    sizeBytes: row.size,
    mimetype: mimeTypeOf(row.name),
    md5: row.md5,
    digest: row.md5,
    updatedAt: row.uploaded_at,
    download: { purpose: RUN_FILE_PURPOSE, id: String(row.id) },
    upload: uploadTarget(row.run_id, row.name),
  }
}

/** A name without bytes. Its address to read answers with status 404. */
function toMissingFile(run: RunRecord, name: string): FileRecord {
  return {
    id: Buffer.from(`RunFile:new:${run.id}:${name}`).toString('base64'),
    name,
    sizeBytes: 0,
    mimetype: mimeTypeOf(name),
    md5: null,
    updatedAt: null,
    download: { purpose: RUN_FILE_PURPOSE, id: 'new' },
    upload: uploadTarget(run.id, name),
  }
}

function uploadTarget(runId: number, name: string): StorageTarget {
  return { purpose: RUN_FILE_PURPOSE, id: `${runId}/${toFileName(name)}` }
}

function parseUploadTarget(target: string): { readonly runId: number; readonly name: string } {
  const slash = target.indexOf('/')
  return { runId: Number(target.slice(0, slash)), name: target.slice(slash + 1) }
}

function parseFileId(id: string): number {
  const match = /^RunFile:(\d{1,15})$/u.exec(Buffer.from(id, 'base64').toString('utf8'))
  if (match === null) throw new NotFoundError(`Cannot find the file "${id.slice(0, 100)}": it is not the id of a file.`)
  return Number(match[1])
}

/** The number that orders the files of a run, for a cursor. A file without bytes comes after all others. */
export function fileOrderKey(file: FileRecord): number {
  return file.updatedAt === null ? Number.MAX_SAFE_INTEGER : parseFileId(file.id)
}
