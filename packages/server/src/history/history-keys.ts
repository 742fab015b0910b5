import { parseJson, type JsonObject, type JsonValue } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import { toStrictValue } from './history-line.ts'
import { buildTail } from './sampled-history.ts'
import { listLastValues, listSegments } from './segment-store.ts'

/**
 * The metrics of a run's history with their latest values, and its last step; null without history. Source: wandb client
 * protocol.
 */
export async function readHistoryKeys(db: Executor, runId: number): Promise<JsonObject | null> {
  const latest = new Map<string, JsonValue>()
  let lastStep = -1
  for (const { maxStep } of await listSegments(db, runId)) lastStep = Math.max(lastStep, maxStep)
  for (const { key, lastValue } of await listLastValues(db, runId)) latest.set(key, parseJson(lastValue))
  const tail = await buildTail(db, runId)
  if (tail !== null) {
    lastStep = Math.max(lastStep, tail.maxStep)
    for (const { key, lastValue } of tail.columns) latest.set(key, parseJson(lastValue))
  }
  if (latest.size === 0) return null
  return {
    lastStep,
    keys: Object.fromEntries([...latest].map(([key, value]) => [key, { previousValue: toStrictValue(value) }])),
  }
}
