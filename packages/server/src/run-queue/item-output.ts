import { InvalidInputError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Aspect } from '../live/aspect.ts'
import * as ends from './item-end-store.ts'
import { cutLogPart, type LogPart } from './item-log.ts'
import { MAX_LOG_BYTES, readLogChunks, writeLogChunk } from './item-log-store.ts'
import { itemNotHeld } from './item-not-held.ts'
import { isFinalItemState, type RunQueueItemRecord } from './run-queue.ts'

const MAX_LOG_PART_BYTES = 1024 * 1024
const DEFAULT_LOG_PART_BYTES = 256 * 1024
const MAX_CHUNKS_READ = 256

/** What the processes of items write. */
export interface ItemOutput {
  /** Keeps output of the item's process; false when the item has more output than is kept. */
  appendLog(
    viewer: Viewer,
    wireId: string,
    launchAgentId: number,
    chunk: { readonly offset: number; readonly text: string },
  ): Promise<boolean>
  readLog(
    item: RunQueueItemRecord,
    from: { readonly offset: number | null; readonly limit: number | null },
  ): Promise<LogPart & { readonly isComplete: boolean }>
}

/** Creates the part of the item service that keeps output. */
export function createItemOutput(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly require: (viewer: Viewer, wireId: string) => Promise<RunQueueItemRecord>
  readonly tellWatchers: (item: RunQueueItemRecord, ...aspects: readonly Aspect[]) => void
}): ItemOutput {
  const { database, clock, tellWatchers } = deps
  return {
    async appendLog(viewer, wireId, launchAgentId, chunk) {
      const item = await deps.require(viewer, wireId)
      if (item.launchAgentId !== launchAgentId) throw itemNotHeld(wireId, launchAgentId)
      if (chunk.offset < 0)
        throw new InvalidInputError('Cannot keep output: its offset is below 0. Send the byte offset.')
      if (chunk.offset + Buffer.byteLength(chunk.text) > MAX_LOG_BYTES) return false
      if (chunk.text === '') return true
      await database.transaction(async (transaction) => {
        // Postgres keeps no NUL in a text; a space keeps the offsets.
        await writeLogChunk(transaction, {
          itemId: item.id,
          offset: chunk.offset,
          text: chunk.text.replaceAll('\0', ' '),
        })
        if (item.startedAt === null) await ends.markStarted(transaction, item.id, clock.now())
      })
      tellWatchers(item, 'log', ...(item.startedAt === null ? (['state'] as const) : []))
      return true
    },
    async readLog(item, from) {
      const offset = Math.max(0, from.offset ?? 0)
      const maxBytes = Math.min(Math.max(4, from.limit ?? DEFAULT_LOG_PART_BYTES), MAX_LOG_PART_BYTES)
      const chunks = await readLogChunks(database.db, item.id, offset, MAX_CHUNKS_READ)
      const part = cutLogPart(chunks, offset, maxBytes)
      return { ...part, isComplete: part.text === '' && isFinalItemState(item.state) }
    },
  }
}
