/** Something wrong in a text, at a place or as a whole. */
export interface CodeProblem {
  readonly message: string
  /** Counted from one; the first line without it. */
  readonly line?: number
  /** Counted from one; the whole line without it. */
  readonly column?: number
  /** Defaults to `error`. */
  readonly severity?: 'error' | 'warning'
}

const PLACE = /\bline (?<line>\d+), column (?<column>\d+)/u

/** A problem out of a message that names its place as our parsers do: `... at line 3, column 7`. */
export function toCodeProblem(message: string): CodeProblem {
  const { line, column } = PLACE.exec(message)?.groups ?? {}
  return line === undefined ? { message } : { message, line: Number(line), column: Number(column) }
}
