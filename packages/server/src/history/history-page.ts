import { InvalidInputError } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import { parseHistoryLine, stepOf } from './history-line.ts'
import { chunkLines, endOf } from './line-chunk.ts'
import { countLines, readChunks } from './line-store.ts'
import type { LineStream } from './line-stream.ts'
import { sampleEvenly } from './sample.ts'
import { findSegmentsEnd, listSegments } from './segment-store.ts'

const DEFAULT_SAMPLES = 500
const MAX_PAGE_LINES = 100_000

/** Lines whose step is from `minStep` up to, not with, `maxStep`, as they came. Throws InvalidInputError when they are too many. */
export async function readHistoryRange(
  db: Executor,
  runId: number,
  range: { readonly minStep: number; readonly maxStep: number },
): Promise<readonly string[]> {
  const found: string[] = []
  for (const place of await findLineRanges(db, runId, range)) {
    for (const chunk of await readChunks(db, runId, 'history', place.from, place.to)) {
      const first = Math.max(chunk.firstLine, place.from)
      for (const [index, line] of chunkLines(chunk, place.from, place.to).entries()) {
        const row = parseHistoryLine(line)
        if (row === null) continue
        const step = stepOf(row, first + index)
        if (step < range.minStep || step >= range.maxStep) continue
        found.push(row['_step'] === undefined ? withStep(line, step) : line)
      }
      if (found.length > MAX_PAGE_LINES) {
        throw new InvalidInputError(
          `Cannot answer with more than ${MAX_PAGE_LINES} rows of history at once. Ask for fewer steps.`,
        )
      }
    }
  }
  return found
}

async function findLineRanges(
  db: Executor,
  runId: number,
  range: { readonly minStep: number; readonly maxStep: number },
): Promise<readonly { readonly from: number; readonly to: number }[]> {
  const places = await listSegments(db, runId, range.minStep, range.maxStep)
  const inSegments = places.map((place) => ({ from: place.firstLine, to: endOf(place) }))
  return [...inSegments, { from: await findSegmentsEnd(db, runId), to: await countLines(db, runId, 'history') }]
}

/** A line of a writer that counts no steps gets the step that its place gives it. */
function withStep(line: string, step: number): string {
  return line.replace(/^\s*\{\s*(\}?)/u, (_match, end: string) => `{"_step":${step}${end === '' ? ',' : '}'}`)
}

/** Lines of a stream at equal distances, as they came, the first and the last included. */
export async function sampleLines(
  db: Executor,
  runId: number,
  stream: LineStream,
  samples: number | null,
): Promise<readonly string[]> {
  const count = Math.min(Math.max(samples ?? DEFAULT_SAMPLES, 0), MAX_PAGE_LINES)
  const wanted = sampleEvenly(await countLines(db, runId, stream), count)
  const found: string[] = []
  for (let position = 0; position < wanted.length;) {
    const [chunk] = await readChunks(db, runId, stream, wanted[position] ?? 0, (wanted[position] ?? 0) + 1)
    if (chunk === undefined) {
      position += 1
      continue
    }
    const lines = chunkLines(chunk)
    for (; position < wanted.length && (wanted[position] ?? 0) < endOf(chunk); position++) {
      const line = lines[(wanted[position] ?? 0) - chunk.firstLine]
      if (line !== undefined) found.push(line)
    }
  }
  return found
}
