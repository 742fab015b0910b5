import { parseJson, stringifyJson, type JsonObject, type JsonValue } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import { parseHistoryLine, stepOf } from './history-line.ts'
import { chunkLines, endOf, makeChunk } from './line-chunk.ts'
import { countLines, insertChunks, readChunks, truncateLines } from './line-store.ts'
import { deleteSegmentsFrom, findSegmentsEnd, listSegments } from './segment-store.ts'
import { inStepOrder } from './step-order.ts'

/** How many of the kept lines are read for the latest values: a metric that is not among them leaves the summary. */
const SUMMARY_LINES = 10_000

/** Deletes the lines of a history after a step, and answers with the summary as it was at that step. */
export async function rewindHistory(db: Executor, runId: number, step: number, summary: string): Promise<string> {
  const end = await keepSteps(db, runId, step, (found) => found <= step)
  const latest: Record<string, JsonValue> = {}
  for (const row of await readRows(db, runId, Math.max(0, end - SUMMARY_LINES), end)) Object.assign(latest, row)
  const internal = (parseJson(summary) as JsonObject)['_wandb']
  return stringifyJson(internal === undefined ? latest : { ...latest, _wandb: internal })
}

/**
 * Deletes the lines of a history whose step is not to stay, and answers with the number of the next line. All that is not
 * to stay is at `step` or after it. Where several programs wrote at once, lines that stay lie behind such that do not.
 */
export async function keepSteps(
  db: Executor,
  runId: number,
  step: number,
  isKept: (step: number) => boolean,
): Promise<number> {
  const [place] = await listSegments(db, runId, step)
  const count = await countLines(db, runId, 'history')
  const from = place?.firstLine ?? (await findSegmentsEnd(db, runId))
  const kept: string[] = []
  let firstDeleted = count
  for (const chunk of await readChunks(db, runId, 'history', from, count)) {
    const first = Math.max(from, chunk.firstLine)
    for (const [index, text] of chunkLines(chunk, from, endOf(chunk)).entries()) {
      const row = parseHistoryLine(text)
      const isStaying = row === null || isKept(stepOf(row, first + index))
      if (!isStaying) firstDeleted = Math.min(firstDeleted, first + index)
      else if (firstDeleted < count) kept.push(text)
    }
  }
  if (firstDeleted === count) return count
  await truncateLines(db, runId, 'history', firstDeleted)
  await deleteSegmentsFrom(db, runId, firstDeleted)
  if (kept.length > 0) await insertChunks(db, runId, 'history', [makeChunk(firstDeleted, kept)])
  return firstDeleted + kept.length
}

async function readRows(db: Executor, runId: number, from: number, to: number): Promise<readonly JsonObject[]> {
  const chunks = await readChunks(db, runId, 'history', from, to)
  const rows = chunks
    .flatMap((chunk) => chunkLines(chunk, from, to))
    .map(parseHistoryLine)
    .filter((row) => row !== null)
  return inStepOrder(rows, (row) => stepOf(row, 0))
}
