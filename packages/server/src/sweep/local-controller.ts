import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '@slipway/core'
import type { SweepRecord } from './sweep.ts'

/** A point that a local controller has chosen; without values it says that it has no further one. */
export interface ScheduledPoint {
  readonly id: string
  readonly args: JsonObject | null
}

/**
 * The first point of a local controller that was not handed out yet; null for none. The controller writes
 * `{schedule: [{id, data: {args}}]}`, the server answers with `{scheduled: [{id, runid}]}`. Source: wandb client,
 * wandb_controller.
 */
export function nextScheduled(sweep: Pick<SweepRecord, 'controller' | 'scheduler'>): ScheduledPoint | null {
  const done = new Set(listOf(sweep.scheduler, 'scheduled').map(({ id }) => id))
  for (const entry of listOf(sweep.controller, 'schedule')) {
    const { id, data } = entry
    if (typeof id !== 'string' || done.has(id) || data === undefined || !isJsonObject(data)) continue
    const args = data['args'] ?? null
    return { id, args: isJsonObject(args) ? args : null }
  }
  return null
}

/** The scheduler's answer, with one more point that was handed out. The latest hundred are kept: the controller has one at a time. */
export function noteScheduled(scheduler: string | null, id: string, runName: string): string {
  return JSON.stringify({ scheduled: [...listOf(scheduler, 'scheduled').slice(-99), { id, runid: runName }] })
}

/** The runs that a local controller wants to be stopped. */
export function runsToStop(sweep: Pick<SweepRecord, 'controller'>): readonly string[] {
  const value = readObject(sweep.controller)['earlystop']
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
}

function listOf(text: string | null, key: string): readonly JsonObject[] {
  const value: JsonValue | undefined = readObject(text)[key]
  return Array.isArray(value) ? value.filter((entry) => isJsonObject(entry)) : []
}

function readObject(text: string | null): JsonObject {
  const value = text === null || text === '' ? null : parseJson(text)
  return isJsonObject(value) ? value : {}
}
