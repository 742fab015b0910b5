import { withoutAnsi } from './ansi.ts'
import type { LogMatches } from './log-matches.ts'

const ERROR_LINE =
  /^Traceback \(most recent call last\)|\b[A-Za-z]*(?:Error|Exception)\b(?=:|$)|\b(?:ERROR|FATAL|CRITICAL|panic)\b|^error:/u

/** The lines that hold a text, whatever its case and colours; for null those that look like an error, as the server finds them. */
export function findInText(lines: readonly string[], text: string | null): LogMatches {
  const wanted = text?.toLowerCase()
  const found = lines.flatMap((line, number) => {
    const plain = withoutAnsi(line)
    const isMatch = wanted === undefined ? ERROR_LINE.test(plain) : plain.toLowerCase().includes(wanted)
    return isMatch ? [number] : []
  })
  return { lines: found, searchedTo: lines.length, isCut: false }
}
