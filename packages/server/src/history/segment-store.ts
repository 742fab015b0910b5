import type { Executor } from '../database/database.ts'
import { decodeValues, encodeValues, toBytes, toIntegers, type Column, type Segment } from './column.ts'

/** Columns written by one statement: SQLite takes 32,766 values. */
const COLUMNS_AT_ONCE = 500

/** Where a segment is and which steps it has. */
export type SegmentPlace = Omit<Segment, 'columns'>

/** Keys with more characters, or with a NUL, get no column: the indexes of Postgres hold at most 2,700 bytes. */
const MAX_KEY_CHARACTERS = 600

export async function insertSegment(db: Executor, runId: number, segment: Segment): Promise<void> {
  await db
    .insertInto('history_segment')
    .values({
      run_id: runId,
      first_line: segment.firstLine,
      line_count: segment.lineCount,
      min_step: segment.minStep,
      max_step: segment.maxStep,
    })
    .execute()
  const columns = segment.columns.filter(({ key }) => isStorableKey(key))
  for (let start = 0; start < columns.length; start += COLUMNS_AT_ONCE) {
    await db
      .insertInto('history_column')
      .values(columns.slice(start, start + COLUMNS_AT_ONCE).map((column) => toRow(runId, segment.firstLine, column)))
      .execute()
  }
}

function isStorableKey(key: string): boolean {
  return key.length <= MAX_KEY_CHARACTERS && !key.includes('\0') && key.isWellFormed()
}

function toRow(runId: number, firstLine: number, column: Column) {
  return {
    run_id: runId,
    key: column.key,
    first_line: firstLine,
    value_count: column.values.length,
    is_numeric: column.isNumeric ? 1 : 0,
    last_value: column.lastValue,
    lines: column.lines === null ? null : toBytes(column.lines),
    number_values: encodeValues(column.values),
  }
}

/** The line number up to which a run's history is in segments. */
export async function findSegmentsEnd(db: Executor, runId: number): Promise<number> {
  const last = await db
    .selectFrom('history_segment')
    .select(['first_line', 'line_count'])
    .where('run_id', '=', runId)
    .orderBy('first_line', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last === undefined ? 0 : last.first_line + last.line_count
}

/** Deletes the segments that hold a line from a line number on. */
export async function deleteSegmentsFrom(db: Executor, runId: number, line: number): Promise<void> {
  await db
    .deleteFrom('history_segment')
    .where('run_id', '=', runId)
    .where(({ eb }) => eb('first_line', '+', eb.ref('line_count')), '>', line)
    .execute()
}

/** The segments that may hold a step from `minStep` to `maxStep`, both included, in order. */
export async function listSegments(
  db: Executor,
  runId: number,
  minStep = -Number.MAX_VALUE,
  maxStep = Number.MAX_VALUE,
): Promise<readonly SegmentPlace[]> {
  const rows = await db
    .selectFrom('history_segment')
    .selectAll()
    .where('run_id', '=', runId)
    .where('max_step', '>=', minStep)
    .where('min_step', '<=', maxStep)
    .orderBy('first_line')
    .execute()
  return rows.map((row) => ({
    firstLine: row.first_line,
    lineCount: row.line_count,
    minStep: row.min_step,
    maxStep: row.max_step,
  }))
}

/** The columns of these metrics in the segments from one line number to another, by the first line of their segment. */
export async function readColumns(
  db: Executor,
  runId: number,
  keys: readonly string[],
  range: { readonly fromLine: number; readonly toLine: number },
): Promise<ReadonlyMap<number, readonly Column[]>> {
  const rows = await db
    .selectFrom('history_column')
    .select(['key', 'first_line', 'is_numeric', 'last_value', 'lines', 'value_count', 'number_values'])
    .where('run_id', '=', runId)
    .where('key', 'in', keys)
    .where('first_line', '>=', range.fromLine)
    .where('first_line', '<', range.toLine)
    .execute()
  const bySegment = new Map<number, Column[]>()
  for (const row of rows) {
    const columns = bySegment.get(row.first_line) ?? []
    if (columns.length === 0) bySegment.set(row.first_line, columns)
    columns.push({
      key: row.key,
      isNumeric: row.is_numeric === 1,
      lastValue: row.last_value,
      lines: row.lines === null ? null : toIntegers(row.lines),
      values: decodeValues(row.number_values, row.value_count),
    })
  }
  return bySegment
}

/** The names of all metrics in the segments of a run, each with the JSON text of its last value. */
export async function listLastValues(
  db: Executor,
  runId: number,
): Promise<readonly { readonly key: string; readonly lastValue: string }[]> {
  const rows = await db
    .with('latest', (query) =>
      query
        .selectFrom('history_column')
        .select(['key', ({ fn }) => fn.max('first_line').as('first_line')])
        .where('run_id', '=', runId)
        .groupBy('key'),
    )
    .selectFrom('latest')
    // A cross join keeps SQLite from reading every column of the run for the sake of the last ones.
    .crossJoin('history_column as column')
    .where('column.run_id', '=', runId)
    .whereRef('column.key', '=', 'latest.key')
    .whereRef('column.first_line', '=', 'latest.first_line')
    .select(['column.key as key', 'column.last_value as last_value'])
    .orderBy('column.key')
    .execute()
  return rows.map((row) => ({ key: row.key, lastValue: row.last_value }))
}
