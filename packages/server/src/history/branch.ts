import { isJsonObject, parseJson } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import { parseHistoryLine, stepOf } from './history-line.ts'
import { chunkLines, makeChunk } from './line-chunk.ts'
import { countLines, insertChunks, readChunks } from './line-store.ts'

/** Where a run branches off another. */
export interface BranchPoint {
  readonly runName: string
  readonly step: number
}

/** The run and the step that a forked run continues from, which its client puts into the config; null for other runs. */
export function readBranchPoint(config: string): BranchPoint | null {
  if (!config.includes('branch_point')) return null
  const parsed = parseJson(config)
  const internal = isJsonObject(parsed) ? parsed['_wandb'] : undefined
  const value = internal !== undefined && isJsonObject(internal) ? internal['value'] : undefined
  const point = value !== undefined && isJsonObject(value) ? value['branch_point'] : undefined
  if (point === undefined || !isJsonObject(point)) return null
  const { run_id: runName, step } = point
  return typeof runName === 'string' && typeof step === 'number' ? { runName, step } : null
}

/** Copies the history of a run up to a step, that step included. */
export async function copyHistory(db: Executor, fromRunId: number, toRunId: number, step: number): Promise<void> {
  const count = await countLines(db, fromRunId, 'history')
  let written = 0
  for (const chunk of await readChunks(db, fromRunId, 'history', 0, count)) {
    const kept = chunkLines(chunk).filter((text, index) => {
      const row = parseHistoryLine(text)
      return row !== null && stepOf(row, chunk.firstLine + index) <= step
    })
    if (kept.length > 0) await insertChunks(db, toRunId, 'history', [makeChunk(written, kept)])
    written += kept.length
  }
}
