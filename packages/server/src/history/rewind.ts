import { parseJson, stringifyJson, type JsonObject, type JsonValue } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import { parseHistoryLine, stepOf } from './history-line.ts'
import { chunkLines, endOf } from './line-chunk.ts'
import { countLines, readChunks, truncateLines } from './line-store.ts'
import { deleteSegmentsFrom, findSegmentsEnd, listSegments } from './segment-store.ts'

/** How many of the kept lines are read for the latest values: a metric that is not among them leaves the summary. */
const SUMMARY_LINES = 10_000

/** Deletes the lines of a history after a step, and answers with the summary as it was at that step. */
export async function rewindHistory(db: Executor, runId: number, step: number, summary: string): Promise<string> {
  const end = await findFirstLine(db, runId, step, (found) => found > step)
  await truncateLines(db, runId, 'history', end)
  await deleteSegmentsFrom(db, runId, end)
  const latest: Record<string, JsonValue> = {}
  for (const row of await readRows(db, runId, Math.max(0, end - SUMMARY_LINES), end)) Object.assign(latest, row)
  const internal = (parseJson(summary) as JsonObject)['_wandb']
  return stringifyJson(internal === undefined ? latest : { ...latest, _wandb: internal })
}

/** The number of the first line with this step or a later one, or that of the next line where there is none. */
export function findLineOfStep(db: Executor, runId: number, step: number): Promise<number> {
  return findFirstLine(db, runId, step, (found) => found >= step)
}

/** The number of the first line whose step is wanted: one that is at or right after `step`. */
async function findFirstLine(
  db: Executor,
  runId: number,
  step: number,
  isWanted: (step: number) => boolean,
): Promise<number> {
  const [place] = await listSegments(db, runId, step)
  const count = await countLines(db, runId, 'history')
  const from = place?.firstLine ?? (await findSegmentsEnd(db, runId))
  for (const chunk of await readChunks(db, runId, 'history', from, count)) {
    const first = Math.max(from, chunk.firstLine)
    for (const [index, text] of chunkLines(chunk, from, endOf(chunk)).entries()) {
      const row = parseHistoryLine(text)
      if (row !== null && isWanted(stepOf(row, first + index))) return first + index
    }
  }
  return count
}

async function readRows(db: Executor, runId: number, from: number, to: number): Promise<readonly JsonObject[]> {
  const chunks = await readChunks(db, runId, 'history', from, to)
  return chunks
    .flatMap((chunk) => chunkLines(chunk, from, to))
    .map(parseHistoryLine)
    .filter((row) => row !== null)
}
