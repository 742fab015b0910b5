import type { Executor } from '../database/database.ts'
import { parseHistoryLine, stepOf } from './history-line.ts'
import { chunkLines, type LineChunk } from './line-chunk.ts'
import { keepSteps } from './rewind.ts'

/**
 * Makes place for the first history lines of a program that began under the id of a run that has ended, and answers with
 * how far its line numbers are from those that are stored. Its steps tell what it is: those that the run has already are
 * logged anew, and replace what is there from the first of them on; later ones continue it, as the parts of a resumed run
 * do that are synchronised one after the other. Source: wandb client, `wandb beta sync`.
 */
export async function makePlaceForStart(db: Executor, runId: number, chunk: LineChunk): Promise<number> {
  const [text = ''] = chunkLines(chunk)
  const row = parseHistoryLine(text)
  const step = row === null ? chunk.firstLine : stepOf(row, chunk.firstLine)
  return chunk.firstLine - (await keepSteps(db, runId, step, (found) => found < step))
}
