import { stringifyJson, type JsonValue } from '@slipway/core'
import type { Column, Segment } from './column.ts'
import { parseHistoryLine, stepOf, visitMetrics } from './history-line.ts'
import { chunkLines, type LineChunk } from './line-chunk.ts'

/** Sorts the metrics of consecutive history lines by name. Lines that are no JSON objects are passed over. */
export function buildSegment(firstLine: number, lineCount: number, chunks: readonly LineChunk[]): Segment {
  const builders = new Map<string, ColumnBuilder>()
  let minStep = Infinity
  let maxStep = -Infinity
  let line = 0

  function add(key: string, value: JsonValue): void {
    let builder = builders.get(key)
    if (builder === undefined) {
      builder = newBuilder()
      builders.set(key, builder)
    }
    addValue(builder, line, value)
  }

  for (const chunk of chunks) {
    line = chunk.firstLine - firstLine
    for (const text of chunkLines(chunk, firstLine, firstLine + lineCount)) {
      const row = parseHistoryLine(text)
      if (row !== null) {
        const step = stepOf(row, firstLine + line)
        minStep = Math.min(minStep, step)
        maxStep = Math.max(maxStep, step)
        visitMetrics(row, add)
        if (row['_step'] === undefined) add('_step', step)
      }
      line += 1
    }
  }
  const columns = [...builders].map(([key, builder]) => finishColumn(key, builder, lineCount))
  return {
    firstLine,
    lineCount,
    minStep: minStep === Infinity ? -1 : minStep,
    maxStep: maxStep === -Infinity ? -1 : maxStep,
    columns,
  }
}

interface ColumnBuilder {
  lines: Int32Array
  values: Float64Array
  count: number
  isNumeric: boolean
  last: JsonValue
}

const FIRST_CAPACITY = 16

/** Room grows by doubling: making room for all lines at once would take gigabytes when each line has metrics of its own. */
function newBuilder(): ColumnBuilder {
  return {
    lines: new Int32Array(FIRST_CAPACITY),
    values: new Float64Array(FIRST_CAPACITY),
    count: 0,
    isNumeric: true,
    last: null,
  }
}

function addValue(builder: ColumnBuilder, line: number, value: JsonValue): void {
  // `a.b` and `{"a": {"b": …}}` in one row have the same name; the later one counts.
  const index = builder.count > 0 && builder.lines[builder.count - 1] === line ? builder.count - 1 : builder.count
  if (index === builder.values.length) grow(builder)
  builder.lines[index] = line
  if (typeof value === 'number') builder.values[index] = value
  else {
    builder.values[index] = Number.NaN
    builder.isNumeric = false
  }
  builder.last = value
  builder.count = index + 1
}

function grow(builder: ColumnBuilder): void {
  const { lines, values } = builder
  builder.lines = new Int32Array(lines.length * 2)
  builder.lines.set(lines)
  builder.values = new Float64Array(values.length * 2)
  builder.values.set(values)
}

function finishColumn(key: string, builder: ColumnBuilder, lineCount: number): Column {
  return {
    key,
    isNumeric: builder.isNumeric,
    lastValue: stringifyJson(builder.last),
    lines: builder.count === lineCount ? null : builder.lines.slice(0, builder.count),
    values: builder.values.slice(0, builder.count),
  }
}
