import type { Executor } from '../database/database.ts'
import type { RunRecord } from '../run/run.ts'
import { parseHistoryLine, stepOf } from './history-line.ts'
import { chunkLines } from './line-chunk.ts'
import { countLines, readChunks } from './line-store.ts'
import type { LineStream } from './line-stream.ts'
import { listLastLines } from './unnamed-writer-store.ts'

/**
 * The last line of a stream; null when there is none. A program that resumes a run goes on after the step of its last row:
 * where several programs wrote at once, that is the last row of the one whose steps are highest.
 */
export async function readLastLine(db: Executor, run: RunRecord, stream: LineStream): Promise<string | null> {
  const end = await countLines(db, run.id, stream)
  if (stream !== 'history' || run.furtherWriters === 0) return readLine(db, run.id, stream, end - 1)
  let last: { readonly text: string; readonly step: number } | null = null
  for (const number of await listLastLines(db, run.id, stream)) {
    const text = await readLine(db, run.id, stream, number)
    const row = text === null ? null : parseHistoryLine(text)
    const step = row === null ? Number.NEGATIVE_INFINITY : stepOf(row, number)
    if (text !== null && (last === null || step > last.step)) last = { text, step }
  }
  return last?.text ?? null
}

async function readLine(db: Executor, runId: number, stream: LineStream, number: number): Promise<string | null> {
  const chunks = await readChunks(db, runId, stream, number, number + 1)
  return chunks.flatMap((chunk) => chunkLines(chunk, number, number + 1)).at(-1) ?? null
}
