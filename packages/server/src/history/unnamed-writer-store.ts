import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { countLines } from './line-store.ts'
import { LINE_STREAMS, lineStreamNumber, type LineStream } from './line-stream.ts'
import { addLines } from './shared-lines-store.ts'

/** No program can name itself so: the header that says a name holds no line feed. */
const NAME_PREFIX = '\n'

/** The rows of a run's programs that do not say which one they are, in the order in which they were found out. */
export async function listUnnamedWriters(db: Executor, runId: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('shared_writer')
    .select('id')
    .where('run_id', '=', runId)
    .where(sql<string>`substr(name, 1, 1)`, '=', NAME_PREFIX)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Adds one; `position` is how many there are. */
export async function addUnnamedWriter(db: Executor, runId: number, position: number): Promise<number> {
  const made = await db
    .insertInto('shared_writer')
    .values({ run_id: runId, name: `${NAME_PREFIX}${position}` })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

/** Makes a row for the program that was alone so far: all lines that the run has count as its own, at their numbers. */
export async function addFirstUnnamedWriter(db: Executor, runId: number): Promise<void> {
  const writerId = await addUnnamedWriter(db, runId, 0)
  for (const stream of LINE_STREAMS) {
    const lineCount = await countLines(db, runId, stream)
    if (lineCount > 0) await addLines(db, writerId, stream, undefined, { firstLine: 0, lineCount, storedLine: 0 })
  }
}

/** Forgets the programs of a run and whose line is whose, as one program goes on from what is stored. */
export async function forgetUnnamedWriters(db: Executor, runId: number): Promise<void> {
  const writers = await listUnnamedWriters(db, runId)
  if (writers.length === 0) return
  await db.deleteFrom('shared_lines').where('writer_id', 'in', writers).execute()
  await db.deleteFrom('shared_writer').where('id', 'in', writers).execute()
}

/** Where the last line of each of these programs is in the run's stream. */
export async function listLastLines(db: Executor, runId: number, stream: LineStream): Promise<readonly number[]> {
  const found: number[] = []
  for (const writerId of await listUnnamedWriters(db, runId)) {
    const last = await db
      .selectFrom('shared_lines')
      .select(['line_count', 'stored_line'])
      .where('writer_id', '=', writerId)
      .where('stream', '=', lineStreamNumber(stream))
      .orderBy('first_line', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (last !== undefined) found.push(last.stored_line + last.line_count - 1)
  }
  return found
}
