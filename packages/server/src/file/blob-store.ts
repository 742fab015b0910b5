import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { NotFoundError } from '@slipway/core'
import type { Clock } from '../clock.ts'
import type { Database, Executor } from '../database/database.ts'
import { forUpdateSkipLocked } from '../database/dialect.ts'
import type { BlobFolder, ByteRange } from './blob-folder.ts'
import type { StoredBlob } from './file.ts'

/** How long bytes stay that nobody holds: long enough for whoever just stored them to take hold. */
const UNHELD_MS = 60 * 60 * 1000
const MAX_REMOVED_AT_ONCE = 100

/** Bytes under their SHA-256, each kept once however many files hold them. */
export interface BlobStore {
  /**
   * Stores the bytes of a stream. When it resolves they survive a crash; when the stream fails nothing is left. Nobody
   * holds them yet: call `retain` within the hour, in the transaction that writes what points at them.
   */
  put(source: AsyncIterable<Uint8Array>): Promise<StoredBlob>
  /** Reads stored bytes, or a part of them. */
  open(digest: string, range?: ByteRange): Readable
  /** Reads stored bytes whole. For small files only. */
  read(digest: string): Promise<Buffer>
  /** Takes hold of stored bytes for one more file. Throws NotFoundError when they are not stored. */
  retain(executor: Executor, digest: string): Promise<void>
  /** Lets go of stored bytes for one file; when no file holds them they are removed some time later. */
  release(executor: Executor, digest: string): Promise<void>
  /** Removes bytes that nobody has held for an hour, and what cut uploads left. Answers with how many blobs went. */
  sweep(): Promise<number>
}

/** Creates the store of a folder and the table that counts who holds what. */
export function createBlobStore(deps: {
  readonly database: Database
  readonly folder: BlobFolder
  readonly clock: Clock
}): BlobStore {
  const { database, folder, clock } = deps
  const store: BlobStore = {
    async put(source) {
      const staged = await folder.stage(source)
      const { digestSha256, md5Base64, size } = staged
      try {
        // The row is locked while the file is moved, so that the sweep cannot remove it in between.
        await database.transaction(async (transaction) => {
          await transaction
            .insertInto('blob')
            .values({ digest: digestSha256, md5: md5Base64, size, reference_count: 0, touched_at: clock.now() })
            .onConflict((conflict) => conflict.column('digest').doUpdateSet({ touched_at: clock.now() }))
            .execute()
          await folder.place(staged)
        })
      } catch (error) {
        await folder.discard(staged)
        throw error
      }
      return { digestSha256, md5Base64, size }
    },
    open: (digest, range) => folder.open(digest, range),
    read: (digest) => buffer(folder.open(digest)),
    async retain(executor, digest) {
      const result = await executor
        .updateTable('blob')
        .set((expression) => ({ reference_count: expression('reference_count', '+', 1), touched_at: clock.now() }))
        .where('digest', '=', digest)
        .executeTakeFirst()
      if (result.numUpdatedRows === 0n)
        throw new NotFoundError(`Cannot hold the stored bytes "${digest}": they are not stored. Upload them again.`)
    },
    async release(executor, digest) {
      await executor
        .updateTable('blob')
        .set((expression) => ({ reference_count: expression('reference_count', '-', 1), touched_at: clock.now() }))
        .where('digest', '=', digest)
        .execute()
    },
    async sweep() {
      await folder.removeLeftovers(UNHELD_MS)
      let removed = 0
      while (await removeOne()) removed += 1
      return removed
    },
  }

  async function removeOne(): Promise<boolean> {
    const batch = await database.transaction(async (transaction) => {
      const rows = await transaction
        .deleteFrom('blob')
        .where('digest', 'in', (query) =>
          query
            .selectFrom('blob')
            .select('digest')
            .where('reference_count', '=', 0)
            .where('touched_at', '<', clock.now() - UNHELD_MS)
            .limit(MAX_REMOVED_AT_ONCE)
            .modifyEnd(forUpdateSkipLocked(database.dialect)),
        )
        .returning('digest')
        .execute()
      for (const { digest } of rows) await folder.remove(digest)
      return rows.length
    })
    return batch > 0
  }

  return store
}
