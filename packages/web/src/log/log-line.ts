/** A line of a log, as it is shown. */
export interface LogLine {
  /** ISO 8601; null where it is not known. */
  readonly timestamp: string | null
  /** Whether the program wrote it to its standard error. */
  readonly isError: boolean
  readonly text: string
}
