/**
 * A run is written down as lines of text before it is sent: one letter that tells what it is, then JSON, except for
 * console lines, which are text. So it can be appended without reading, and cut off anywhere by a crash.
 */
export type RecordKind = keyof typeof RECORD_LETTERS

/** The letter of each kind of record. */
export const RECORD_LETTERS = {
  /** What the run was started with: a `RunStart`. */
  start: 'R',
  /** A history line, as it is sent. */
  history: 'H',
  /** A console line, as it is sent. */
  output: 'O',
  /** The whole run config. */
  config: 'C',
  /** The whole summary. */
  summary: 'S',
  /** The path below the folder `files` of a file to upload. */
  file: 'F',
  /** What a job is made of: a `JobCapture`. */
  job: 'J',
  /** The exit code. */
  end: 'E',
} as const

/** The record as the line that is appended. */
export function formatRecord(kind: RecordKind, text: string): string {
  return `${RECORD_LETTERS[kind]}${text}\n`
}

/** The name of the file with the records in a run's folder. */
export const RECORD_FILE = 'records.slipway'
