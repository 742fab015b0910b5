import { InvalidInputError, isJsonObject, parseJson } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { RunQueueItemRecord } from '../run-queue/run-queue.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'

/** What stands for the sweep's id in the launch spec of a scheduler. Source: wandb client, launch-sweep. */
const SWEEP_ID_MARK = /WANDB_SWEEP_ID/gu

/** A scheduler job that is queued. */
export interface QueuedScheduler {
  readonly item: RunQueueItemRecord
  /** JSON text to keep as the sweep's `scheduler`: resuming the sweep reads the launch spec back from it. */
  readonly scheduler: string
}

/**
 * Queues the client's own scheduler of a sweep: the launch spec that came along, with the sweep's id in it. Throws
 * InvalidInputError when the launch is refused.
 */
export async function queueScheduler(
  runQueue: RunQueueService,
  viewer: Viewer,
  sweep: { readonly name: string; readonly entityName: string },
  asked: { readonly launchScheduler: string; readonly templateValues: string | null },
): Promise<QueuedScheduler> {
  const value = parseJson(asked.launchScheduler)
  const { queue: queueName, run_spec: runSpec } = isJsonObject(value) ? value : {}
  if (!isJsonObject(value) || typeof queueName !== 'string' || typeof runSpec !== 'string') {
    throw new InvalidInputError(
      'Cannot queue the scheduler of the sweep: "launchScheduler" must hold "queue" and "run_spec", both texts.',
    )
  }
  const filled = runSpec.replaceAll(SWEEP_ID_MARK, sweep.name)
  const pushed = await runQueue.launches.push(viewer, {
    queue: await runQueue.queues.require(viewer, sweep.entityName, queueName),
    runSpec: filled,
    priority: null,
    templateValues: asked.templateValues,
  })
  return { item: pushed.item, scheduler: JSON.stringify({ ...value, run_spec: filled }) }
}
