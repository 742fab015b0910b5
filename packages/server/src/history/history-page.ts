import { InvalidInputError } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import type { Column } from './column.ts'
import { parseHistoryLine, stepOf } from './history-line.ts'
import { chunkLines, endOf } from './line-chunk.ts'
import { countLines, readChunks } from './line-store.ts'
import type { LineStream } from './line-stream.ts'
import { sampleEvenly } from './sample.ts'
import { findSegmentsEnd, listSegments, readColumns, type SegmentPlace } from './segment-store.ts'
import { inStepOrder } from './step-order.ts'

const DEFAULT_SAMPLES = 500
const MAX_PAGE_LINES = 100_000

interface StepRange {
  readonly minStep: number
  readonly maxStep: number
}

/**
 * Lines whose step is from `minStep` up to, not with, `maxStep`, as they came; those of several programs, which are mixed,
 * in the order of their steps. Throws InvalidInputError when they are too many.
 */
export async function readHistoryRange(
  db: Executor,
  runId: number,
  range: StepRange,
  isMixed: boolean,
): Promise<readonly string[]> {
  const found: { readonly step: number; readonly line: string }[] = []
  for (const place of await findLineRanges(db, runId, range)) {
    for (const chunk of await readChunks(db, runId, 'history', place.from, place.to)) {
      const first = Math.max(chunk.firstLine, place.from)
      for (const [index, line] of chunkLines(chunk, place.from, place.to).entries()) {
        const known = hasStep(line) ? place.stepOfLine(first + index) : null
        const row = known === null ? parseHistoryLine(line) : null
        if (known === null && row === null) continue
        const step = known ?? stepOf(row ?? {}, first + index)
        if (!isInRange(step, range)) continue
        found.push({ step, line: row !== null && row['_step'] === undefined ? withStep(line, step) : line })
      }
      if (found.length > MAX_PAGE_LINES) {
        throw new InvalidInputError(
          `Cannot answer with more than ${MAX_PAGE_LINES} rows of history at once. Ask for fewer steps.`,
        )
      }
    }
  }
  const ordered = isMixed ? inStepOrder(found, ({ step }) => step) : found
  return ordered.map(({ line }) => line)
}

/** A step that is NaN is in every range. */
function isInRange(step: number, range: StepRange): boolean {
  return !(step < range.minStep || step >= range.maxStep)
}

/**
 * Tells of most lines that have a step that they do, without reading the whole line. In a line with no other brace than the
 * first there is no object that could have it, and in a text its quotes would be escaped.
 */
function hasStep(line: string): boolean {
  return line.startsWith('{') && !line.includes('{', 1) && line.includes('"_step":')
}

/** Lines that may be of the range. */
interface LineRange {
  readonly from: number
  readonly to: number
  /** The step of a line, as far as it is known without reading the line. */
  stepOfLine(line: number): number | null
}

async function findLineRanges(db: Executor, runId: number, range: StepRange): Promise<readonly LineRange[]> {
  const places = await listSegments(db, runId, range.minStep, range.maxStep)
  const first = places[0]?.firstLine ?? 0
  const last = places.at(-1)
  const columns = last && (await readColumns(db, runId, ['_step'], { fromLine: first, toLine: endOf(last) }))
  const inSegments = places.map((place) => narrowToSteps(place, columns?.get(place.firstLine)?.[0], range))
  const rest = { from: await findSegmentsEnd(db, runId), to: await countLines(db, runId, 'history') }
  return [...inSegments, { ...rest, stepOfLine: () => null }]
}

/**
 * The lines of a segment among which those of the range are: its steps are beside it, and a thousand lines of 200 metrics
 * take 25 ms to parse.
 */
function narrowToSteps(place: SegmentPlace, column: Column | undefined, range: StepRange): LineRange {
  const { firstLine } = place
  const whole = { from: firstLine, to: endOf(place), stepOfLine: () => null }
  // A step that is no number is not what counts; see `stepOf`.
  if (column === undefined || !column.isNumeric || column.lines !== null) return whole
  const { values } = column
  const first = values.findIndex((step) => isInRange(step, range))
  const end = values.findLastIndex((step) => isInRange(step, range)) + 1
  return {
    from: firstLine + Math.max(first, 0),
    to: firstLine + end,
    stepOfLine: (line) => values[line - firstLine] ?? null,
  }
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
