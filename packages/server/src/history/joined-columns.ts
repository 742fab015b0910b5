import type { Column } from './column.ts'

/** The rows of a history that have all of some metrics. */
export interface JoinedColumns {
  readonly rowCount: number
  /** The values of each metric, in the order asked for; NaN where a value is no number. */
  readonly values: readonly Float64Array[]
  /** For each metric, whether all values are numbers. */
  readonly areNumeric: readonly boolean[]
  /** The line number of a row. Computed on demand: a sample needs it for few of a million rows, or for none. */
  lineOf(row: number): number
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
    const values = chosen.map((column) => column.values)
    return { rowCount: place.lineCount, values, areNumeric, lineOf: (row) => place.firstLine + row }
  }
  const lists = chosen.map(({ lines }) => lines)
  const common = intersectLines(lists, place.lineCount)
  return {
    rowCount: common.length,
    values: chosen.map((column) => pickValues(column, common)),
    areNumeric,
    lineOf: (row) => place.firstLine + (common[row] ?? 0),
  }
}

function intersectLines(lists: readonly (Int32Array | null)[], lineCount: number): Int32Array {
  const seen = new Uint16Array(lineCount)
  let wanted = 0
  for (const lines of lists) {
    if (lines === null) continue
    wanted += 1
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index] ?? 0
      seen[line] = (seen[line] ?? 0) + 1
    }
  }
  const common = new Int32Array(lineCount)
  let count = 0
  for (let line = 0; line < lineCount; line++) {
    if (seen[line] !== wanted) continue
    common[count] = line
    count += 1
  }
  return common.subarray(0, count)
}

function pickValues(column: Column, lines: Int32Array): Float64Array {
  const picked = new Float64Array(lines.length)
  let position = 0
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? 0
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
  const offsets: number[] = []
  let rowCount = 0
  for (const part of parts) {
    offsets.push(rowCount)
    rowCount += part.rowCount
  }
  const values = Array.from({ length: keyCount }, (_, key) => {
    const whole = new Float64Array(rowCount)
    for (const [index, part] of parts.entries()) whole.set(part.values[key] ?? [], offsets[index])
    return whole
  })
  return {
    rowCount,
    values,
    areNumeric: values.map((_, key) => parts.every((part) => part.areNumeric[key] ?? true)),
    lineOf(row) {
      const index = offsets.findLastIndex((offset) => offset <= row)
      return parts[index]?.lineOf(row - (offsets[index] ?? 0)) ?? 0
    },
  }
}

/** The rows whose value in one column lies between two bounds, both included. */
export function filterRows(joined: JoinedColumns, by: Float64Array, min: number, max: number): JoinedColumns {
  const kept: number[] = []
  for (let row = 0; row < by.length; row++) {
    const value = by[row] ?? Number.NaN
    if (value >= min && value <= max) kept.push(row)
  }
  if (kept.length === by.length) return joined
  return {
    rowCount: kept.length,
    values: joined.values.map((values) => Float64Array.from(kept, (row) => values[row] ?? Number.NaN)),
    areNumeric: joined.areNumeric,
    lineOf: (row) => joined.lineOf(kept[row] ?? 0),
  }
}
