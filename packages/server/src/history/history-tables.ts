interface RunLineChunkTable {
  readonly run_id: number
  readonly stream: number
  /** The number of the chunk's first line in its stream, from 0. */
  readonly first_line: number
  readonly line_count: number
  /** UTF-8, each line ended by a line feed. */
  readonly body: Uint8Array
}

interface HistorySegmentTable {
  readonly run_id: number
  readonly first_line: number
  readonly line_count: number
  readonly min_step: number
  readonly max_step: number
}

interface HistoryColumnTable {
  readonly run_id: number
  /** The metric's name; the names on the way to a nested one are joined by dots. */
  readonly key: string
  /** The first line of the segment that the column belongs to. */
  readonly first_line: number
  /** How many lines of the segment have the metric. */
  readonly value_count: number
  /** 1 when all of the values are numbers; `number_values` then holds them all. */
  readonly is_numeric: number
  /** JSON text of the last value. */
  readonly last_value: string
  /** The lines that have the metric, counted from the segment's first, as 32-bit integers; null when all have it. */
  readonly lines: Uint8Array | null
  /**
   * One 64-bit float for each line that has the metric, little endian; NaN where the value is no number. Only two floats,
   * the first value and the rise from one to the next, where all values rise by the same amount.
   */
  readonly number_values: Uint8Array
}

/** Lines of one of the programs that write to a run together. */
interface SharedLinesTable {
  readonly writer_id: number
  readonly stream: number
  /** The number that the program gave to the first of them. */
  readonly first_line: number
  readonly line_count: number
  /** The number of that line in the run's stream. */
  readonly stored_line: number
}

export interface HistoryTables {
  readonly shared_lines: SharedLinesTable
  readonly run_line_chunk: RunLineChunkTable
  readonly history_segment: HistorySegmentTable
  readonly history_column: HistoryColumnTable
}
