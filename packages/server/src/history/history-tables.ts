interface RunLineChunkTable {
  readonly run_id: number
  readonly stream: number
  /** The number of the chunk's first line in its stream, from 0. */
  readonly first_line: number
  readonly line_count: number
  /** UTF-8, each line ended by a line feed. */
  readonly body: Uint8Array
}

export interface HistoryTables {
  readonly run_line_chunk: RunLineChunkTable
}
