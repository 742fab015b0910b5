import { isFinalItemState } from '../run-queue/run-queue.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import { formatItemId } from '../run-queue/wire-id.ts'
import { isEndState, type SweepRecord } from './sweep.ts'
import type { SweepParts } from './sweep-parts.ts'
import * as store from './sweep-store.ts'

/**
 * Ends a sweep whose scheduler job is gone without having said how the sweep ended: nobody else would launch its points.
 * A paused sweep has no scheduler, and gets another one when it is resumed.
 */
export async function followScheduler(parts: SweepParts, runQueue: RunQueueService, sweep: SweepRecord): Promise<void> {
  if (sweep.schedulerItemId === null || isEndState(sweep.state) || sweep.state === 'PAUSED') return
  const [item] = await runQueue.items.listByRowIds([sweep.schedulerItemId])
  if (item === undefined || !isFinalItemState(item.state)) return
  const now = parts.clock.now()
  const why = item.reason === null ? '' : `: ${item.reason}`
  await store.updateSweepIn(parts.database.db, sweep.id, ['PENDING', 'RUNNING'], {
    state: 'FAILED',
    reason: `Its scheduler, item ${formatItemId(item)}, is ${item.state}${why}`,
    ended_at: now,
    updated_at: now,
  })
}
