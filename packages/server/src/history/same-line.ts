import { isSameJson } from '@slipway/core'
import { parseHistoryLine } from './history-line.ts'
import type { LineStream } from './line-stream.ts'
import { parseConsoleLine } from './log-line.ts'

/**
 * Tells whether a line that comes under the number of a stored one is that line, from the program that sent it: if not, it
 * is of another program. No program sends rows of other content again; a client that sends a run once more from its own
 * records writes the keys of a row in another order. A console line may come with other text, as progress bars do, but
 * keeps the time at which it began; where a time is missing it cannot be told whose it is, and it counts as the same.
 * Source: wandb client, `filestream` and `runconsolelogs`.
 */
export function isSameLine(stream: LineStream, stored: string, sent: string): boolean {
  if (stored === sent) return true
  return stream === 'log' ? isSameConsoleLine(stored, sent) : isSameRow(stored, sent)
}

function isSameRow(stored: string, sent: string): boolean {
  const left = parseHistoryLine(stored)
  const right = parseHistoryLine(sent)
  return left !== null && right !== null && isSameJson(left, right)
}

function isSameConsoleLine(stored: string, sent: string): boolean {
  const left = parseConsoleLine(0, stored)
  const right = parseConsoleLine(0, sent)
  if (left.timestamp === null || right.timestamp === null) return true
  return left.timestamp === right.timestamp && left.level === right.level
}
