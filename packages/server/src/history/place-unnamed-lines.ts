import { ConflictError } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import { compareLines } from './compare-lines.ts'
import { cutChunk, endOf, type LineChunk } from './line-chunk.ts'
import { readChunks } from './line-store.ts'
import type { LineStream } from './line-stream.ts'
import { addLines, listLines, type SharedLines } from './shared-lines-store.ts'
import { addUnnamedWriter, listUnnamedWriters } from './unnamed-writer-store.ts'

/** Each one is looked at for each request, so that a program which counts its lines wrongly must not make them without end. */
const MAX_UNNAMED_WRITERS = 100

/** Lines as a program numbers them that does not say which one it is. */
export interface UnnamedLines {
  readonly stream: LineStream
  readonly chunk: LineChunk
  /** Whether a stored line is the one that was sent, from the same program. */
  readonly isSame: (stored: string, sent: string) => boolean
}

/** Where lines go that were sent. */
interface PlacedLines {
  /** At the numbers that they have in the run's stream. Those sent again are left out, except for console lines. */
  readonly chunks: readonly LineChunk[]
  readonly writerCount: number
}

const UNKNOWN = -1
const SETTLED = -2

/**
 * Finds the places of lines of programs that write to a run at once and do not say which one they are. A line is that of
 * the first program which has no other one under its number: what is sent again is found where it was, and what two
 * programs sent under one number is kept for both. New lines come after all that the run has. Whose lines they really are
 * does not matter: none is lost, and none is there twice. To be called under the run's lock; `end` is the run's line count.
 * Throws ConflictError when too many programs write to the run.
 */
export async function placeUnnamedLines(
  db: Executor,
  runId: number,
  lines: UnnamedLines,
  end: number,
): Promise<PlacedLines> {
  const { chunk, stream } = lines
  const writers = [...(await listUnnamedWriters(db, runId))]
  const known: SharedLines[][] = []
  // For each line the program that gets it as a new one.
  const owners = new Int32Array(chunk.lineCount).fill(UNKNOWN)
  const chunks: LineChunk[] = []
  for (const [position, writerId] of writers.entries()) {
    if (!owners.includes(UNKNOWN)) break
    const rows = await listLines(db, writerId, stream, chunk)
    known.push([...rows])
    let line = chunk.firstLine
    for (const row of rows) {
      chooseOwner(owners, chunk, { from: line, to: row.firstLine, position })
      chunks.push(...(await settleKnown(db, runId, lines, { row, owners })))
      line = Math.max(line, endOf(row))
    }
    chooseOwner(owners, chunk, { from: line, to: endOf(chunk), position })
  }
  if (owners.includes(UNKNOWN)) {
    if (writers.length >= MAX_UNNAMED_WRITERS) throw tooManyWriters()
    chooseOwner(owners, chunk, { from: chunk.firstLine, to: endOf(chunk), position: writers.length })
    writers.push(await addUnnamedWriter(db, runId, writers.length))
  }
  let storedLine = end
  for (const { value: position, from, to } of stretches(owners, chunk.firstLine)) {
    const writerId = writers[position]
    const part = cutChunk(chunk, from, to)
    if (position === SETTLED || writerId === undefined || part === null) continue
    const rows = (known[position] ??= [])
    const before = rows.find((row) => endOf(row) === from)
    rows.push(await addLines(db, writerId, stream, before, { firstLine: from, lineCount: to - from, storedLine }))
    chunks.push({ ...part, firstLine: storedLine })
    storedLine += to - from
  }
  return { chunks, writerCount: writers.length }
}

/** Gives lines that nobody has yet to a program. */
function chooseOwner(
  owners: Int32Array,
  chunk: LineChunk,
  { from, to, position }: { readonly from: number; readonly to: number; readonly position: number },
): void {
  const stop = Math.min(to, endOf(chunk)) - chunk.firstLine
  for (let index = Math.max(from - chunk.firstLine, 0); index < stop; index++)
    if (owners[index] === UNKNOWN) owners[index] = position
}

/** Settles the lines that one of the programs has already, or left out; answers with what is to be written in their places. */
async function settleKnown(
  db: Executor,
  runId: number,
  { chunk, stream, isSame }: UnnamedLines,
  { row, owners }: { readonly row: SharedLines; readonly owners: Int32Array },
): Promise<readonly LineChunk[]> {
  const sent = cutChunk(chunk, row.firstLine, endOf(row))
  if (sent === null) return []
  const distance = row.storedLine - row.firstLine
  const stored = await readChunks(db, runId, stream, sent.firstLine + distance, endOf(sent) + distance)
  const inOwnNumbers = stored.map((old) => ({ ...old, firstLine: old.firstLine - distance }))
  const written: LineChunk[] = []
  for (const { kind, from, to } of compareLines(sent, inOwnNumbers, isSame)) {
    if (kind === 'other') continue
    const first = from - chunk.firstLine
    for (const open of stretches(owners.subarray(first, to - chunk.firstLine), from)) {
      if (open.value !== UNKNOWN) continue
      owners.fill(SETTLED, open.from - chunk.firstLine, open.to - chunk.firstLine)
      const part = kind === 'missing' || stream === 'log' ? cutChunk(chunk, open.from, open.to) : null
      if (part !== null) written.push({ ...part, firstLine: open.from + distance })
    }
  }
  return written
}

/** The stretches of equal values; `from` is the number of the first. */
function stretches(
  values: Int32Array,
  from: number,
): readonly { readonly value: number; readonly from: number; readonly to: number }[] {
  const found: { readonly value: number; readonly from: number; readonly to: number }[] = []
  for (let index = 0; index < values.length;) {
    const value = values[index] ?? UNKNOWN
    let stop = index + 1
    while (stop < values.length && values[stop] === value) stop += 1
    found.push({ value, from: from + index, to: from + stop })
    index = stop
  }
  return found
}

function tooManyWriters(): ConflictError {
  return new ConflictError(
    `Cannot store lines of the run: ${MAX_UNNAMED_WRITERS} programs write to it at once already. ` +
      'Give each program a run id of its own, or start them all with mode="shared".',
  )
}
