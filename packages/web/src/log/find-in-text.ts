import { looksLikeError, withoutAnsi } from '@slipway/core/console-line'
import type { LogMatches } from './log-matches.ts'

/** The lines that hold a text, whatever its case and colours; for null those that look like an error, as the server finds them. */
export function findInText(lines: readonly string[], text: string | null): LogMatches {
  const wanted = text?.toLowerCase()
  const found = lines.flatMap((line, number) => {
    const plain = withoutAnsi(line)
    const isMatch = wanted === undefined ? looksLikeError(plain) : plain.toLowerCase().includes(wanted)
    return isMatch ? [number] : []
  })
  return { lines: found, searchedTo: lines.length, isCut: false }
}
