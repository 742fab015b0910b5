import { InvalidInputError } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import { compareLines } from './compare-lines.ts'
import { cutChunk, endOf, type LineChunk } from './line-chunk.ts'
import { countLines, insertChunks, overwriteLines, readChunks } from './line-store.ts'
import type { LineStream } from './line-stream.ts'
import { placeUnnamedLines, type UnnamedLines } from './place-unnamed-lines.ts'
import { deleteSegmentsFrom } from './segment-store.ts'
import { placeSharedLines } from './shared-lines-store.ts'
import { addFirstUnnamedWriter } from './unnamed-writer-store.ts'

// Reading takes memory for each line of a stretch, there or not, so an offset alone must not ask for all of it.
const MAX_GAP_LINES = 1_000_000

/**
 * Writes lines of a program that does not say which one it is, at their numbers while it is alone. Lines under whose
 * numbers others are stored come from a further program, and are kept beside those. Answers with how many further programs
 * are known then; `furtherWriters` is how many were known before. To be called under the run's lock.
 */
export async function writeUnnamedLines(
  db: Executor,
  runId: number,
  lines: UnnamedLines,
  furtherWriters: number,
): Promise<number> {
  const { stream } = lines
  const end = await countLines(db, runId, stream)
  if (furtherWriters === 0) {
    if (await writeAlone(db, runId, lines, end)) return 0
    await addFirstUnnamedWriter(db, runId)
  }
  const { chunks, writerCount } = await placeUnnamedLines(db, runId, lines, end)
  for (const part of chunks) await writeOver(db, runId, stream, { chunk: part, end })
  return writerCount - 1
}

/** Writes lines of one of several programs that say which one they are. To be called under the run's lock. */
export async function writeSharedLines(
  db: Executor,
  runId: number,
  writerId: number,
  { stream, chunk }: Pick<UnnamedLines, 'stream' | 'chunk'>,
): Promise<void> {
  const end = await countLines(db, runId, stream)
  for (const part of await placeSharedLines(db, writerId, stream, { chunk, end }))
    await writeOver(db, runId, stream, { chunk: part, end })
}

/** Writes lines at their numbers, unless another program has sent some of them: then it writes nothing and answers with false. */
async function writeAlone(
  db: Executor,
  runId: number,
  { stream, chunk, isSame }: UnnamedLines,
  end: number,
): Promise<boolean> {
  if (chunk.firstLine >= end) {
    refuseWideGap(chunk, end)
    await insertChunks(db, runId, stream, [chunk])
    return true
  }
  const stored = await readChunks(db, runId, stream, chunk.firstLine, endOf(chunk))
  const compared = compareLines(chunk, stored, isSame)
  if (compared.some(({ kind }) => kind === 'other')) return false
  if (stream === 'log') {
    await overwriteLines(db, runId, stream, chunk, stored)
    return true
  }
  const missing = compared.flatMap(({ kind, from, to }) =>
    kind === 'missing' ? (cutChunk(chunk, from, to) ?? []) : [],
  )
  await insertChunks(db, runId, stream, missing)
  await forgetSegments(db, runId, stream, { chunk: missing[0], end })
  return true
}

async function writeOver(
  db: Executor,
  runId: number,
  stream: LineStream,
  { chunk, end }: { readonly chunk: LineChunk; readonly end: number },
): Promise<void> {
  const stored = chunk.firstLine < end ? await readChunks(db, runId, stream, chunk.firstLine, endOf(chunk)) : []
  await overwriteLines(db, runId, stream, chunk, stored)
  await forgetSegments(db, runId, stream, { chunk, end })
}

/** What was sorted already is sorted anew when lines are written in between; `end` is where the stream ended before. */
async function forgetSegments(
  db: Executor,
  runId: number,
  stream: LineStream,
  { chunk, end }: { readonly chunk: LineChunk | undefined; readonly end: number },
): Promise<void> {
  if (stream === 'history' && chunk !== undefined && chunk.firstLine < end)
    await deleteSegmentsFrom(db, runId, chunk.firstLine)
}

function refuseWideGap(chunk: LineChunk, end: number): void {
  if (chunk.firstLine <= end + MAX_GAP_LINES) return
  throw new InvalidInputError(
    `Cannot store lines from ${chunk.firstLine} on: the run has ${end}, and at most ${MAX_GAP_LINES} may be missing in between. Send them in order.`,
  )
}
