import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { jsonRows, type DatabaseDialect } from '../database/dialect.ts'
import { cutChunk, endOf, type LineChunk } from './line-chunk.ts'
import { lineStreamNumber, type LineStream } from './line-stream.ts'
import { truncateSharedLines } from './shared-lines-store.ts'

function toChunk(row: { first_line: number; line_count: number; body: Uint8Array }): LineChunk {
  const { buffer, byteOffset, byteLength } = row.body
  return { firstLine: row.first_line, lineCount: row.line_count, body: Buffer.from(buffer, byteOffset, byteLength) }
}

/** How many lines a stream has, missing ones before its last line included. */
export async function countLines(db: Executor, runId: number, stream: LineStream): Promise<number> {
  const last = await db
    .selectFrom('run_line_chunk')
    .select(['first_line', 'line_count'])
    .where('run_id', '=', runId)
    .where('stream', '=', lineStreamNumber(stream))
    .orderBy('first_line', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last === undefined ? 0 : last.first_line + last.line_count
}

/** The lines of which stream of which run to count. */
export interface LinesOfRun {
  readonly runId: number
  readonly stream: LineStream
}

/** The same for many streams with one statement, in their order: a list of runs asks for that of each. */
export async function countLinesOfEach(
  db: Executor,
  dialect: DatabaseDialect,
  streams: readonly LinesOfRun[],
): Promise<readonly number[]> {
  const given = jsonRows(
    dialect,
    streams.map(({ runId, stream }) => ({ run_id: runId, stream: lineStreamNumber(stream) })),
    { run_id: 'long', stream: 'long' },
  )
  const { rows } = await sql<{ readonly position: number; readonly count: number | null }>`select given.position,
    (select chunk.first_line + chunk.line_count from run_line_chunk as chunk
      where chunk.run_id = given.run_id and chunk.stream = given.stream
      order by chunk.first_line desc limit 1) as count from ${given} as given`.execute(db)
  const counts = new Map(rows.map(({ position, count }) => [position, count ?? 0]))
  return streams.map((_, position) => counts.get(position) ?? 0)
}

/**
 * Writes lines over whatever is at their place, which are the lines `stored`; the rest of their chunks stays. To be called
 * under the run's lock.
 */
export async function overwriteLines(
  db: Executor,
  runId: number,
  stream: LineStream,
  chunk: LineChunk,
  stored: readonly LineChunk[],
): Promise<void> {
  const [first] = stored
  if (first !== undefined) await deleteChunks(db, runId, stream, first.firstLine, endOf(chunk))
  const rest = stored.flatMap((old) => [
    cutChunk(old, old.firstLine, chunk.firstLine),
    cutChunk(old, endOf(chunk), endOf(old)),
  ])
  await insertChunks(db, runId, stream, [...rest.filter((part) => part !== null), chunk])
}

/** The chunks that hold a line from `from` up to, not with, `to`, in order. */
export async function readChunks(
  db: Executor,
  runId: number,
  stream: LineStream,
  from: number,
  to: number,
): Promise<readonly LineChunk[]> {
  if (from >= to) return []
  const number = lineStreamNumber(stream)
  const rows = await db
    .selectFrom('run_line_chunk')
    .select(['first_line', 'line_count', 'body'])
    .where('run_id', '=', runId)
    .where('stream', '=', number)
    .where('first_line', '<', to)
    // Chunks do not overlap, so the one that `from` is in is the last that begins at or before it.
    .where('first_line', '>=', (expression) =>
      expression.fn.coalesce(
        expression
          .selectFrom('run_line_chunk')
          .select(({ fn }) => fn.max<number>('first_line').as('first_line'))
          .where('run_id', '=', runId)
          .where('stream', '=', number)
          .where('first_line', '<=', from),
        expression.lit(0),
      ),
    )
    .orderBy('first_line')
    .execute()
  return rows.map(toChunk).filter((chunk) => endOf(chunk) > from)
}

/** Adds chunks where no lines are stored. */
export async function insertChunks(
  db: Executor,
  runId: number,
  stream: LineStream,
  chunks: readonly LineChunk[],
): Promise<void> {
  if (chunks.length === 0) return
  await db
    .insertInto('run_line_chunk')
    .values(
      chunks.map((chunk) => ({
        run_id: runId,
        stream: lineStreamNumber(stream),
        first_line: chunk.firstLine,
        line_count: chunk.lineCount,
        body: chunk.body,
      })),
    )
    .execute()
}

/** Deletes the chunks that begin at one of the lines from `from` up to, not with, `to`. */
async function deleteChunks(
  db: Executor,
  runId: number,
  stream: LineStream,
  from: number,
  to = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  await db
    .deleteFrom('run_line_chunk')
    .where('run_id', '=', runId)
    .where('stream', '=', lineStreamNumber(stream))
    .where('first_line', '>=', from)
    .where('first_line', '<', to)
    .execute()
}

/** Puts one chunk in the place of chunks side by side that hold the same lines. */
export async function replaceChunks(
  db: Executor,
  runId: number,
  stream: LineStream,
  old: readonly LineChunk[],
  merged: LineChunk,
): Promise<void> {
  if (old.length === 0) return
  await deleteChunks(db, runId, stream, merged.firstLine, endOf(merged))
  await insertChunks(db, runId, stream, [merged])
}

/** A chunk without its bytes. */
export interface ChunkSize {
  readonly firstLine: number
  readonly lineCount: number
  readonly byteCount: number
}

/** How many chunks are looked at for one piece of merging. */
const CHUNKS_AT_ONCE = 2000

/** The sizes of the next chunks that begin at a line number or later, in order. */
export async function listChunkSizes(
  db: Executor,
  runId: number,
  stream: LineStream,
  from: number,
): Promise<readonly ChunkSize[]> {
  const rows = await selectSizes(db, runId, stream).where('first_line', '>=', from).limit(CHUNKS_AT_ONCE).execute()
  return rows.map(toSize)
}

/** The sizes of the first chunks with fewer bytes than given, in order; others may lie between them. */
export async function listLooseChunks(
  db: Executor,
  runId: number,
  stream: LineStream,
  maxBytes: number,
): Promise<readonly ChunkSize[]> {
  const rows = await selectSizes(db, runId, stream)
    .where(sql<number>`octet_length(body)`, '<', maxBytes)
    .limit(CHUNKS_AT_ONCE)
    .execute()
  return rows.map(toSize)
}

function selectSizes(db: Executor, runId: number, stream: LineStream) {
  return db
    .selectFrom('run_line_chunk')
    .select(['first_line', 'line_count', sql<number>`octet_length(body)`.as('byte_count')])
    .where('run_id', '=', runId)
    .where('stream', '=', lineStreamNumber(stream))
    .orderBy('first_line')
}

function toSize(row: { first_line: number; line_count: number; byte_count: number }): ChunkSize {
  return { firstLine: row.first_line, lineCount: row.line_count, byteCount: row.byte_count }
}

/** Deletes the lines of a stream from a line number on; `from` 0 deletes all. */
export async function truncateLines(db: Executor, runId: number, stream: LineStream, from: number): Promise<void> {
  const kept = (await readChunks(db, runId, stream, from, from + 1)).flatMap(
    (chunk) => cutChunk(chunk, chunk.firstLine, from) ?? [],
  )
  const start = kept[0]?.firstLine ?? from
  await deleteChunks(db, runId, stream, start)
  await insertChunks(db, runId, stream, kept)
  await truncateSharedLines(db, runId, stream, from)
}
