import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { cutChunk, endOf, type LineChunk } from './line-chunk.ts'
import { lineStreamNumber, type LineStream } from './line-stream.ts'

/** Lines of one program, and where they are in the run's stream. */
export interface SharedLines {
  readonly firstLine: number
  readonly lineCount: number
  readonly storedLine: number
}

/**
 * Finds the places of lines of a program that writes to a run together with others. Each program numbers its own lines:
 * those that it sends again go where they were, and new ones come after all lines that the run has. To be called under the
 * run's lock; `end` is the run's line count.
 */
export async function placeSharedLines(
  db: Executor,
  writerId: number,
  stream: LineStream,
  { chunk, end }: { readonly chunk: LineChunk; readonly end: number },
): Promise<readonly LineChunk[]> {
  const placed: LineChunk[] = []
  let line = chunk.firstLine
  let storedEnd = end
  let before: SharedLines | undefined

  async function append(to: number): Promise<void> {
    placed.push(...moveLines(chunk, line, to, storedEnd))
    before = await addLines(db, writerId, stream, before, {
      firstLine: line,
      lineCount: to - line,
      storedLine: storedEnd,
    })
    storedEnd += to - line
    line = to
  }

  for (const known of await listLines(db, writerId, stream, chunk)) {
    if (line < known.firstLine) await append(known.firstLine)
    const to = Math.min(endOf(known), endOf(chunk))
    if (line < to) {
      placed.push(...moveLines(chunk, line, to, known.storedLine + line - known.firstLine))
      line = to
    }
    before = known
  }
  if (line < endOf(chunk)) await append(endOf(chunk))
  return placed
}

/** Forgets the places of the lines that a run's stream has from a line number on, as those lines are deleted. */
export async function truncateSharedLines(
  db: Executor,
  runId: number,
  stream: LineStream,
  from: number,
): Promise<void> {
  const ofStream = sql`stream = ${lineStreamNumber(stream)}
    and writer_id in (select id from shared_writer where run_id = ${runId})`
  await sql`delete from shared_lines where ${ofStream} and stored_line >= ${from}`.execute(db)
  await sql`update shared_lines set line_count = ${from} - stored_line
    where ${ofStream} and stored_line + line_count > ${from}`.execute(db)
}

function moveLines(chunk: LineChunk, from: number, to: number, storedLine: number): readonly LineChunk[] {
  const part = cutChunk(chunk, from, to)
  return part === null ? [] : [{ ...part, firstLine: storedLine }]
}

/** The lines that overlap a chunk, in order, and those right before it. */
export async function listLines(
  db: Executor,
  writerId: number,
  stream: LineStream,
  chunk: LineChunk,
): Promise<readonly SharedLines[]> {
  const number = lineStreamNumber(stream)
  const rows = await db
    .selectFrom('shared_lines')
    .select(['first_line', 'line_count', 'stored_line'])
    .where('writer_id', '=', writerId)
    .where('stream', '=', number)
    .where('first_line', '<', endOf(chunk))
    // They do not overlap, so the last that begin at or before the chunk are the first that may reach into it.
    .where('first_line', '>=', (expression) =>
      expression.fn.coalesce(
        expression
          .selectFrom('shared_lines')
          .select(({ fn }) => fn.max<number>('first_line').as('first_line'))
          .where('writer_id', '=', writerId)
          .where('stream', '=', number)
          .where('first_line', '<=', chunk.firstLine),
        expression.lit(0),
      ),
    )
    .orderBy('first_line')
    .execute()
  return rows.map((row) => ({ firstLine: row.first_line, lineCount: row.line_count, storedLine: row.stored_line }))
}

/** Adds lines to those before them where they follow there and in the run: a program that writes alone makes one row. */
export async function addLines(
  db: Executor,
  writerId: number,
  stream: LineStream,
  before: SharedLines | undefined,
  added: SharedLines,
): Promise<SharedLines> {
  const number = lineStreamNumber(stream)
  if (
    before !== undefined &&
    endOf(before) === added.firstLine &&
    before.storedLine + before.lineCount === added.storedLine
  ) {
    const both = { ...before, lineCount: before.lineCount + added.lineCount }
    await db
      .updateTable('shared_lines')
      .set({ line_count: both.lineCount })
      .where('writer_id', '=', writerId)
      .where('stream', '=', number)
      .where('first_line', '=', before.firstLine)
      .execute()
    return both
  }
  await db
    .insertInto('shared_lines')
    .values({
      writer_id: writerId,
      stream: number,
      first_line: added.firstLine,
      line_count: added.lineCount,
      stored_line: added.storedLine,
    })
    .execute()
  return added
}
