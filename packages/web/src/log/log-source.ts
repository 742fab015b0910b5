import type { LogLine } from './log-line.ts'
import type { LogMatches } from './log-matches.ts'

/** A log that can be looked at anywhere without having all of it. */
export interface LogSource {
  readonly lineCount: number
  /** Whether it is known when a line was written. */
  readonly hasTimes: boolean
  /** Undefined while the line is fetched. */
  lineAt(line: number): LogLine | undefined
  /** Tells which lines are in view, so that they are fetched. */
  view(from: number, to: number): void
  /**
   * Lines that hold a text; for null those that look like an error. Goes on from an earlier search of the same, and
   * ends with the signal's reason once that is aborted.
   */
  search(text: string | null, before: LogMatches | null, signal?: AbortSignal): Promise<LogMatches>
  /** The whole log as text. */
  readAll(): Promise<string>
}
