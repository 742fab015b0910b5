import type { Database } from '../database/database.ts'
import type { RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import type { FileStreamRequest } from './file-stream-request.ts'
import { chunkLines } from './line-chunk.ts'
import * as store from './line-store.ts'
import { LINE_STREAMS, type LineStream } from './line-stream.ts'

/** What running programs stream: metrics, system metrics and console lines. */
export interface HistoryService {
  /** Applies one file stream request: all of it or nothing. Tells whether somebody asked the program to stop. */
  receive(run: RunRecord, request: FileStreamRequest): Promise<{ readonly isStopRequested: boolean }>
  /** How many lines a stream has. The client resumes writing there. */
  countLines(run: RunRecord, stream: LineStream): Promise<number>
  /** The lines from number `from` up to, not with, `to`, as they came; lines that never came are left out. */
  readLines(run: RunRecord, stream: LineStream, from: number, to: number): Promise<readonly string[]>
}

/** Creates the history service. */
export function createHistoryService(deps: { readonly database: Database; readonly run: RunService }): HistoryService {
  const { database, run: runs } = deps

  runs.onRunDeleted(async (transaction, run) => {
    for (const stream of LINE_STREAMS) await store.truncateLines(transaction, run.id, stream, 0)
  })

  return {
    async receive(run, request) {
      const streamed = await database.transaction(async (transaction) => {
        // First, because it takes the run's lock: two writers of one run follow each other.
        const outcome = await runs.applyStream(transaction, run, request)
        for (const { stream, chunk } of request.writes) await store.writeLines(transaction, run.id, stream, chunk)
        return outcome
      })
      await runs.announce(streamed.change)
      return { isStopRequested: streamed.isStopRequested }
    },
    countLines: (run, stream) => store.countLines(database.db, run.id, stream),
    async readLines(run, stream, from, to) {
      const chunks = await store.readChunks(database.db, run.id, stream, from, to)
      return chunks.flatMap((chunk) => chunkLines(chunk, from, to))
    },
  }
}
