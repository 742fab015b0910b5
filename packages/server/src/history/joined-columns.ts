import type { Column } from './column.ts'

/** The rows of a history that have all of some metrics. */
export interface JoinedColumns {
  /** The line number of each row. */
  readonly lines: Float64Array
  /** The values of each metric, in the order asked for; NaN where a value is no number. */
  readonly values: readonly Float64Array[]
  /** For each metric, whether all values are numbers. */
  readonly areNumeric: readonly boolean[]
}

/** Joins the columns of one segment by line; null when it lacks one of the metrics. */
export function joinColumns(
  place: { readonly firstLine: number; readonly lineCount: number },
  keys: readonly string[],
  columns: readonly Column[],
): JoinedColumns | null {
  const chosen = keys.map((key) => columns.find((column) => column.key === key))
  if (!chosen.every((column) => column !== undefined)) return null
  const areNumeric = chosen.map(({ isNumeric }) => isNumeric)
  if (chosen.every(({ lines }) => lines === null)) {
    const lines = Float64Array.from({ length: place.lineCount }, (_, index) => place.firstLine + index)
    return { lines, values: chosen.map(({ values }) => values), areNumeric }
  }
  const common = intersectLines(
    chosen.map(({ lines }) => lines),
    place.lineCount,
  )
  return {
    lines: Float64Array.from(common, (line) => place.firstLine + line),
    values: chosen.map((column) => pickValues(column, common)),
    areNumeric,
  }
}

function intersectLines(lists: readonly (Int32Array | null)[], lineCount: number): readonly number[] {
  const seen = new Uint16Array(lineCount)
  let wanted = 0
  for (const lines of lists) {
    if (lines === null) continue
    wanted += 1
    for (const line of lines) seen[line] = (seen[line] ?? 0) + 1
  }
  const common: number[] = []
  for (let line = 0; line < lineCount; line++) if (seen[line] === wanted) common.push(line)
  return common
}

function pickValues(column: Column, lines: readonly number[]): Float64Array {
  const picked = new Float64Array(lines.length)
  let position = 0
  for (const [index, line] of lines.entries()) {
    if (column.lines === null) position = line
    else while (column.lines[position] !== line) position += 1
    picked[index] = column.values[position] ?? Number.NaN
  }
  return picked
}

/** Puts joined segments one after the other. */
export function concatenate(parts: readonly JoinedColumns[], keyCount: number): JoinedColumns {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  const length = parts.reduce((sum, part) => sum + part.lines.length, 0)
  const lines = new Float64Array(length)
  const values = Array.from({ length: keyCount }, () => new Float64Array(length))
  const areNumeric = Array.from({ length: keyCount }, () => true)
  let offset = 0
  for (const part of parts) {
    lines.set(part.lines, offset)
    for (const [index, target] of values.entries()) {
      target.set(part.values[index] ?? [], offset)
      areNumeric[index] = (areNumeric[index] ?? true) && (part.areNumeric[index] ?? true)
    }
    offset += part.lines.length
  }
  return { lines, values, areNumeric }
}

/** The rows whose value in one column lies between two bounds, both included. */
export function filterRows(joined: JoinedColumns, by: Float64Array, min: number, max: number): JoinedColumns {
  const kept: number[] = []
  for (const [index, value] of by.entries()) if (value >= min && value <= max) kept.push(index)
  if (kept.length === by.length) return joined
  const pick = (values: Float64Array) => Float64Array.from(kept, (index) => values[index] ?? Number.NaN)
  return { lines: pick(joined.lines), values: joined.values.map(pick), areNumeric: joined.areNumeric }
}
