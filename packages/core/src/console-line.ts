/** The sequences by which programs colour their output and move the cursor (ECMA-48). Of CSI: parameters, final letter. */
export const ANSI_SEQUENCE =
  // oxlint-disable-next-line no-control-regex -- the sequences begin with the control character
  /\u{1B}(?:\[([\d;:?<=>]*)[ -/]*([@-~])|\][^\u{7}\u{1B}]*(?:\u{7}|\u{1B}\\)|[@-Z\\-_])/gu

/** A line without its sequences. */
export function withoutAnsi(line: string): string {
  return line.includes('\u{1B}') ? line.replaceAll(ANSI_SEQUENCE, '') : line
}

const ERROR_LINE =
  /^Traceback \(most recent call last\)|\b[A-Za-z]*(?:Error|Exception)\b(?=:|$)|\b(?:ERROR|FATAL|CRITICAL|panic)\b|^error:/u

/**
 * Whether a line without sequences is what programs write when something fails: a traceback, the name of an exception, or a
 * level. That it came on stderr alone says nothing.
 */
export function looksLikeError(line: string): boolean {
  return ERROR_LINE.test(line)
}
