import { setImmediate as nextTurn } from 'node:timers/promises'
import { looksLikeError, withoutAnsi } from '@slipway/core/console-line'
import type { Executor } from '../database/database.ts'
import { chunkLines } from './line-chunk.ts'
import { countLines, readChunks } from './line-store.ts'
import { parseConsoleLine } from './log-line.ts'

/** Lines read by one statement; other requests get their turn in between. */
const LINES_AT_ONCE = 20_000
const MAX_LINES = 500_000
const MAX_MATCHES = 10_000

/** The console lines that a search found. */
export interface LogMatches {
  /** Their numbers, rising. */
  readonly lines: readonly number[]
  /** Where the search goes on; null at the end of the log. */
  readonly nextLine: number | null
}

/**
 * The console lines from number `from` on that hold a text, whatever its case and colours; without a text those that look
 * like an error.
 */
export async function searchLog(db: Executor, runId: number, text: string | null, from: number): Promise<LogMatches> {
  const isMatch = text === null ? looksLikeError : holdsText(text)
  const count = await countLines(db, runId, 'log')
  const end = Math.min(count, from + MAX_LINES)
  const lines: number[] = []
  for (let start = from; start < end; start += LINES_AT_ONCE) {
    const stop = Math.min(start + LINES_AT_ONCE, end)
    for (const chunk of await readChunks(db, runId, 'log', start, stop)) {
      const first = Math.max(start, chunk.firstLine)
      for (const [index, line] of chunkLines(chunk, start, stop).entries()) {
        if (isMatch(withoutAnsi(parseConsoleLine(first + index, line).line))) lines.push(first + index)
        if (lines.length >= MAX_MATCHES) return { lines, nextLine: first + index + 1 }
      }
    }
    await nextTurn()
  }
  return { lines, nextLine: end < count ? end : null }
}

function holdsText(text: string): (line: string) => boolean {
  const wanted = text.toLowerCase()
  return (line) => line.toLowerCase().includes(wanted)
}
