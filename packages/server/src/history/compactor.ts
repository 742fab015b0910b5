import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database, Executor } from '../database/database.ts'
import type { Log } from '../log.ts'
import type { RunService } from '../run/run-service.ts'
import { endOf, mergeChunks, type LineChunk } from './line-chunk.ts'
import * as lines from './line-store.ts'
import { LINE_STREAMS, type LineStream } from './line-stream.ts'
import { buildSegment } from './segment-builder.ts'
import * as segments from './segment-store.ts'

/** A segment ends at whichever comes first. Its columns then are some tens of kilobytes: few enough rows, quick to make. */
export const SEGMENT_LINES = 8192
const SEGMENT_BYTES = 1024 * 1024
/** Small chunks of other streams are merged when so many have come. */
const LOOSE_CHUNKS = 64

/** Merges the small chunks that file stream requests leave, and sorts history by metric, after the requests are answered. */
export interface Compactor {
  /** Tells that lines were added; when enough have come, they are worked on soon. */
  noteWritten(
    runId: number,
    stream: LineStream,
    written: { readonly lineCount: number; readonly byteCount: number },
  ): void
  /** Works on all that a run has, however little. To be called when the run has ended. */
  finish(runId: number): void
  /**
   * Works on what a run has before it is read, when that is more than one read should sort by itself: other requests get
   * their turn in between, which they would not while a long tail of lines is sorted in one go.
   */
  catchUp(runId: number): Promise<void>
  /** Takes no more work, and resolves when the piece in progress is done. What is left is done when it is next needed. */
  stop(): Promise<void>
}

interface Pending {
  lineCount: number
  byteCount: number
  chunkCount: number
}

/** Creates the compactor. It does one piece at a time, so that requests get their turn in between. */
export function createCompactor(deps: {
  readonly database: Database
  readonly run: RunService
  readonly log: Log
}): Compactor {
  const { database, run: runs, log } = deps
  const pending = new Map<string, Pending>()
  const queue = new Map<string, { readonly runId: number; readonly stream: LineStream; readonly isLast: boolean }>()
  let working: Promise<void> | null = null
  const stopping = new AbortController()

  function enqueue(runId: number, stream: LineStream, isLast: boolean): void {
    if (stopping.signal.aborted) return
    const key = `${runId}/${stream}`
    pending.delete(key)
    queue.set(key, { runId, stream, isLast: isLast || (queue.get(key)?.isLast ?? false) })
    working ??= work().finally(() => (working = null))
  }

  async function work(): Promise<void> {
    for (;;) {
      await nextTurn()
      const [next] = queue
      if (next === undefined || stopping.signal.aborted) return
      const [key, { runId, stream, isLast }] = next
      queue.delete(key)
      try {
        while (!stopping.signal.aborted && (await compactOnce(runId, stream, isLast))) await nextTurn()
      } catch (error) {
        log.error(
          { err: error, runId, stream },
          'cannot merge the lines of a run; reading them is slower until it works',
        )
      }
    }
  }

  async function compactOnce(runId: number, stream: LineStream, isLast: boolean): Promise<boolean> {
    return database.transaction(async (transaction) => {
      if (!(await runs.lock(transaction, runId))) return false
      const start = stream === 'history' ? await segments.findSegmentsEnd(transaction, runId) : 0
      const chunks = await findWork(transaction, runId, stream, start, isLast)
      const [first] = chunks
      const last = chunks.at(-1)
      if (first === undefined || last === undefined) return false
      if (chunks.length > 1) await lines.replaceChunks(transaction, runId, stream, chunks, mergeChunks(chunks))
      if (stream === 'history') {
        await segments.insertSegment(transaction, runId, buildSegment(start, endOf(last) - start, chunks))
      }
      return true
    })
  }

  return {
    noteWritten(runId, stream, written) {
      const key = `${runId}/${stream}`
      const sum = pending.get(key) ?? { lineCount: 0, byteCount: 0, chunkCount: 0 }
      sum.lineCount += written.lineCount
      sum.byteCount += written.byteCount
      sum.chunkCount += 1
      pending.set(key, sum)
      const isEnough =
        stream === 'history'
          ? sum.lineCount >= SEGMENT_LINES || sum.byteCount >= SEGMENT_BYTES
          : sum.chunkCount >= LOOSE_CHUNKS
      if (isEnough) enqueue(runId, stream, false)
    },
    finish(runId) {
      for (const stream of LINE_STREAMS) enqueue(runId, stream, true)
    },
    async catchUp(runId) {
      const end = await lines.countLines(database.db, runId, 'history')
      if (end - (await segments.findSegmentsEnd(database.db, runId)) <= SEGMENT_LINES * 2) return
      while (!stopping.signal.aborted && (await compactOnce(runId, 'history', false))) await nextTurn()
    },
    async stop() {
      stopping.abort()
      queue.clear()
      if (working !== null) await working
    },
  }
}

/** The chunks of the next piece: loose ones side by side, about a segment's worth. */
async function findWork(
  transaction: Executor,
  runId: number,
  stream: LineStream,
  start: number,
  isLast: boolean,
): Promise<readonly LineChunk[]> {
  const found =
    stream === 'history'
      ? await lines.listChunkSizes(transaction, runId, stream, start)
      : await lines.listLooseChunks(transaction, runId, stream, SEGMENT_BYTES / 4)
  const groups = groupChunks(found)
  const group = stream === 'history' ? chooseHistory(groups, isLast) : chooseLoose(groups, isLast)
  const [first] = group
  const last = group.at(-1)
  return first === undefined || last === undefined
    ? []
    : lines.readChunks(transaction, runId, stream, first.firstLine, endOf(last))
}

type ChunkGroup = readonly lines.ChunkSize[]

/** Chunks side by side, up to a segment's worth each. Merging fills no gaps: lines still to come must find their place free. */
function groupChunks(chunks: readonly lines.ChunkSize[]): readonly ChunkGroup[] {
  const groups: lines.ChunkSize[][] = []
  let current: lines.ChunkSize[] = []
  for (const chunk of chunks) {
    const previous = current.at(-1)
    if (previous === undefined || endOf(previous) !== chunk.firstLine || isSegmentFull(current)) {
      current = []
      groups.push(current)
    }
    current.push(chunk)
  }
  return groups
}

function isSegmentFull(group: ChunkGroup): boolean {
  return (
    group.reduce((sum, chunk) => sum + chunk.lineCount, 0) >= SEGMENT_LINES ||
    group.reduce((sum, chunk) => sum + chunk.byteCount, 0) >= SEGMENT_BYTES
  )
}

/** Segments follow each other without holes, so the first group is next; it is complete when it is full or another follows. */
function chooseHistory(groups: readonly ChunkGroup[], isLast: boolean): ChunkGroup {
  const [first = []] = groups
  return isLast || groups.length > 1 || isSegmentFull(first) ? first : []
}

function chooseLoose(groups: readonly ChunkGroup[], isLast: boolean): ChunkGroup {
  return groups.find((group) => group.length >= (isLast ? 2 : LOOSE_CHUNKS / 2)) ?? []
}
