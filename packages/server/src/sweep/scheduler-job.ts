import {
  InvalidInputError,
  isJsonObject,
  isUnplacedSchedulerJob,
  parseJson,
  parseLaunchSpec,
  type JsonObject,
  type JsonValue,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { RunQueueItemRecord } from '../run-queue/run-queue.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'

/** What stands for the sweep's id in the launch spec of a scheduler. Source: wandb client, launch-sweep. */
const SWEEP_ID_MARK = /WANDB_SWEEP_ID/gu
/** A value that `wandb launch-sweep` has put into quotes, though no shell needs them. */
const QUOTED_NAME = /^'([\w.:/@%+,-]+)'$/u

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
  const { queueName, runSpec, value } = readScheduler(asked.launchScheduler)
  const spec = unquoteArguments(readSpec(runSpec.replaceAll(SWEEP_ID_MARK, sweep.name)))
  const filled = JSON.stringify(spec)
  const pushed = await runQueue.launches.push(viewer, {
    queue: await runQueue.queues.require(viewer, sweep.entityName, queueName),
    runSpec: filled,
    priority: null,
    templateValues: asked.templateValues,
  })
  const kept = JSON.stringify(isUnplacedSchedulerJob(parseLaunchSpec(spec)) ? withoutResource(spec) : spec)
  return { item: pushed.item, scheduler: JSON.stringify({ ...value, run_spec: kept }) }
}

/** Resuming a sweep, the client takes a resource that it had filled in itself for one that was asked for. */
function withoutResource({ resource: _filledIn, ...spec }: JsonObject): JsonObject {
  return spec
}

/** Refuses a scheduler before anything is made for it: one of the wrong form, or for a queue that is not there. */
export async function checkScheduler(
  runQueue: RunQueueService,
  viewer: Viewer,
  entityName: string,
  launchScheduler: string,
): Promise<void> {
  const { queueName, runSpec } = readScheduler(launchScheduler)
  readSpec(runSpec)
  await runQueue.queues.require(viewer, entityName, queueName)
}

function readScheduler(text: string): {
  readonly queueName: string
  readonly runSpec: string
  readonly value: JsonObject
} {
  const value = parseJson(text)
  const { queue: queueName, run_spec: runSpec } = isJsonObject(value) ? value : {}
  if (isJsonObject(value) && typeof queueName === 'string' && typeof runSpec === 'string') {
    return { queueName, runSpec, value }
  }
  throw new InvalidInputError(
    'Cannot queue the scheduler of the sweep: "launchScheduler" must hold "queue" and "run_spec", both texts.',
  )
}

function readSpec(text: string): JsonObject {
  const spec = parseJson(text)
  if (isJsonObject(spec)) return spec
  throw new InvalidInputError('Cannot queue the scheduler of the sweep: its "run_spec" is not a JSON object.')
}

/**
 * The client writes the scheduler's arguments as `'name'`, for the shell through which its agents once started it. Since
 * they quote each argument themselves, the scheduler would look for a queue and a project whose names begin with a
 * quote. Source: wandb client, construct_scheduler_args and the runner of local processes.
 */
function unquoteArguments(spec: JsonObject): JsonObject {
  const overrides = spec['overrides']
  if (overrides === undefined || !isJsonObject(overrides) || !Array.isArray(overrides['args'])) return spec
  const args = (overrides['args'] as readonly JsonValue[]).map((value) =>
    typeof value === 'string' ? value.replace(QUOTED_NAME, '$1') : value,
  )
  return { ...spec, overrides: { ...overrides, args } }
}
