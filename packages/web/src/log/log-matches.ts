/** Where a text, or an error, is in a log. */
export interface LogMatches {
  /** The numbers of the lines, rising. */
  readonly lines: readonly number[]
  /** How many lines of the log were searched. */
  readonly searchedTo: number
  /** Whether there may be more, which are too many to list. */
  readonly isCut: boolean
}

/** The place of the next or the previous match, seen from a line, round the end of the log; -1 for no match. */
export function stepMatch(lines: readonly number[], line: number, step: 1 | -1): number {
  if (lines.length === 0) return -1
  if (step === 1) {
    const next = lines.findIndex((candidate) => candidate > line)
    return next === -1 ? 0 : next
  }
  const previous = lines.findLastIndex((candidate) => candidate < line)
  return previous === -1 ? lines.length - 1 : previous
}
