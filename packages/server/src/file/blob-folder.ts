import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { StoredBlob } from './file.ts'

/** Bytes that were received whole and are on disk, but not yet under their name. */
interface StagedBlob extends StoredBlob {
  readonly path: string
}

/** A part of a file, both ends counted. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * A folder of files named by the SHA-256 of their bytes. A file appears under its name only when all of it is on disk,
 * and once `place` has resolved it survives a crash of the machine.
 */
export interface BlobFolder {
  /** Receives bytes. When the source fails or ends early nothing is left. */
  stage(source: AsyncIterable<Uint8Array>): Promise<StagedBlob>
  /** Moves staged bytes under their name, over equal bytes that may be there. */
  place(blob: StagedBlob): Promise<void>
  discard(blob: StagedBlob): Promise<void>
  open(digest: string, range?: ByteRange): Readable
  remove(digest: string): Promise<void>
  /** Removes what uploads left behind that a crash cut off more than `olderThanMs` ago. */
  removeLeftovers(olderThanMs: number): Promise<void>
}

/** Opens the folder, made when it is not there. */
export async function openBlobFolder(root: string): Promise<BlobFolder> {
  const incoming = join(root, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const pathOf = (digest: string) => join(root, digest.slice(0, 2), digest.slice(2))

  return {
    async stage(source) {
      const path = join(incoming, randomUUID())
      const handle = await open(path, 'wx', 0o600)
      try {
        const received = await receive(handle, source)
        await handle.sync()
        return { ...received, path }
      } catch (error) {
        await rm(path, { force: true })
        throw error
      } finally {
        await handle.close()
      }
    },
    async place(blob) {
      const path = pathOf(blob.digestSha256)
      const folder = dirname(path)
      const isNew = (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined
      await rename(blob.path, path)
      await syncFolder(folder)
      if (isNew) await syncFolder(root)
    },
    discard: (blob) => rm(blob.path, { force: true }),
    open: (digest, range) => createReadStream(pathOf(digest), range),
    remove: (digest) => rm(pathOf(digest), { force: true }),
    async removeLeftovers(olderThanMs) {
      for (const name of await readdir(incoming)) {
        const path = join(incoming, name)
        const found = await stat(path).catch(() => null)
        if (found !== null && found.mtimeMs < Date.now() - olderThanMs) await rm(path, { force: true })
      }
    },
  }
}

async function receive(handle: FileHandle, source: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
  const sha256 = createHash('sha256')
  const md5 = createHash('md5')
  let size = 0
  let writing = Promise.resolve()
  try {
    for await (const chunk of source) {
      await writing
      writing = writeWhole(handle, chunk)
      // The digests take longer than the write, which goes on beside them; whether it failed is asked before the next.
      writing.catch(() => {})
      sha256.update(chunk)
      md5.update(chunk)
      size += chunk.byteLength
    }
  } finally {
    // The file stays open until nothing is written to it any more.
    await writing
  }
  return { digestSha256: sha256.digest('hex'), md5Base64: md5.digest('base64'), size }
}

async function writeWhole(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0
  while (written < chunk.byteLength) written += (await handle.write(chunk, written)).bytesWritten
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
