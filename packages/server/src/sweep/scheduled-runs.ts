import { isJsonObject, parseJson, unwrapRunConfig, type JsonObject } from '@slipway/core'
import { isLiveState, type RunRecord } from '../run/run.ts'
import { findOpenPointOfRun, hasPointOfRun, insertPoint, updatePoint } from './point-store.ts'
import type { SweepParts } from './sweep-parts.ts'
import * as store from './sweep-store.ts'
import type { SweepRecord } from './sweep.ts'

/**
 * Notes what a scheduler job does by itself: it chooses points, makes their runs or leaves that to the agent, and queues
 * their items, without a heartbeat. So a run that names the sweep is a point of it, and a point that waits is under way
 * once its run goes. Source: wandb client, Scheduler.
 */
export async function noteScheduledRun(parts: SweepParts, seen: SweepRecord, run: RunRecord): Promise<void> {
  const { database, clock, configs } = parts
  if (seen.schedulerItemId === null) return
  const open = await findOpenPointOfRun(database.db, run.id)
  if (open === undefined ? await hasPointOfRun(database.db, run.id) : open.state !== 'waiting') return
  await database.transaction(async (transaction) => {
    const sweep = await store.lockSweep(transaction, database.dialect, seen.id)
    if (sweep === undefined) return
    const known = await findOpenPointOfRun(transaction, run.id)
    if (known?.state === 'waiting' && run.state === 'running') {
      await updatePoint(transaction, known.id, { state: 'given' })
    }
    if (known !== undefined || (await hasPointOfRun(transaction, run.id))) return
    await insertPoint(transaction, {
      sweepId: sweep.id,
      number: sweep.nextNumber,
      tree: readValues(configs.of(sweep).parameters, run),
      source: 'controller',
      controllerKey: null,
      displayName: null,
      state: 'given',
      reason: null,
      runId: run.id,
      agentId: null,
      endedAt: isLiveState(run.state) ? null : clock.now(),
      now: clock.now(),
    })
    await store.updateSweep(transaction, sweep.id, { next_number: sweep.nextNumber + 1, updated_at: clock.now() })
  })
}

/** What of a run's config the sweep searches. */
function readValues(parameters: readonly { readonly path: readonly string[] }[], { config }: RunRecord): JsonObject {
  const value = parseJson(config)
  const names = new Set(parameters.map(({ path }) => path[0]))
  const values = isJsonObject(value) ? unwrapRunConfig(value) : {}
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
}
