import {
  ConflictError,
  InvalidInputError,
  isJsonObject,
  mergeInputs,
  parseJson,
  pointToTree,
  unwrapTree,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { RunRecord } from '../run/run.ts'
import { insertPoint } from './point-store.ts'
import { newSweepRun } from './sweep-run.ts'
import { isEndState, type SweepPointRecord, type SweepRecord } from './sweep.ts'
import type { SweepParts } from './sweep-parts.ts'
import * as store from './sweep-store.ts'

/** A point of somebody's own choice. */
export interface ChosenPoint {
  /** JSON text of the values, wrapped as `{value}` or not. */
  readonly config: string
  readonly displayName: string | null
}

/**
 * Adds a point of somebody's own choice to a sweep; it is the next one to be handed out. Constants of the configuration
 * are filled in. Where agents run the points, its run is there at once and waits.
 */
export async function addChosenPoint(
  parts: SweepParts,
  viewer: Viewer,
  seen: SweepRecord,
  chosen: ChosenPoint,
): Promise<{ readonly point: SweepPointRecord; readonly run: RunRecord | null }> {
  const value = parseJson(chosen.config)
  if (!isJsonObject(value) || Object.keys(value).length === 0) {
    throw new InvalidInputError(
      `Cannot add a point to sweep "${seen.name}": its values are not a JSON object with at least one of them. Send {"parameter": value}.`,
    )
  }
  const { database, clock, runs } = parts
  const outcome = await database.transaction(async (transaction) => {
    const sweep = (await store.lockSweep(transaction, database.dialect, seen.id)) ?? seen
    if (isEndState(sweep.state)) {
      throw new ConflictError(
        `Cannot add a point to sweep "${sweep.name}": it is ${sweep.state}${sweep.reason === null ? '' : ` (${sweep.reason})`}. Resume it first, with "slipway sweep resume ${sweep.name}".`,
      )
    }
    const constants = parts.configs.of(sweep).parameters.filter(({ distribution }) => distribution.kind === 'constant')
    const fixed = pointToTree(
      constants,
      constants.map(({ distribution }) => (distribution.kind === 'constant' ? distribution.value : null)),
    )
    const tree = mergeInputs(fixed, unwrapTree(value))
    const made =
      sweep.launch === null
        ? await runs.upsertWithin(transaction, viewer, newSweepRun(sweep, tree, chosen.displayName))
        : null
    const point = await insertPoint(transaction, {
      sweepId: sweep.id,
      number: sweep.nextNumber,
      tree,
      source: 'chosen',
      controllerKey: null,
      displayName: chosen.displayName,
      state: 'waiting',
      reason: null,
      runId: made?.run.id ?? null,
      agentId: null,
      endedAt: null,
      now: clock.now(),
    })
    await store.updateSweep(transaction, sweep.id, { next_number: sweep.nextNumber + 1, updated_at: clock.now() })
    return { point, run: made?.run ?? null, change: made?.change ?? null }
  })
  await runs.announce(outcome.change)
  return outcome
}
