import { createHash } from 'node:crypto'
import {
  ConflictError,
  GoneError,
  KnownError,
  parseJson,
  parseLaunchSpec,
  readLaunchOrigins,
  type LaunchSpec,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { GroupCommit } from '../database/group-commit.ts'
import { createEarlierLaunches, type EarlierLaunches } from './earlier-launches.ts'
import { insertItems, type NewItem } from './hot-item-store.ts'
import { digestInputs } from './inputs-digest.ts'
import { readRunSpec } from './item-store.ts'
import {
  checkLaunch,
  describeLaunch,
  encodeRunSpec,
  oneForEachPath,
  refuseLaunch,
  type LaunchVerdict,
} from './launch-check.ts'
import { findOriginProblems, nameOrigins, type OriginSources } from './launch-origin-check.ts'
import { createKeyedLaunches } from './keyed-launches.ts'
import { readLaunchKey, readRequestedSpec, readTemplateValues, type LaunchRequest } from './launch-request.ts'
import { findSecretProblems, type LaunchSecrets } from './launch-secrets.ts'
import { completeJobPath, type LaunchableJob, type LaunchableJobs } from './launchable-job.ts'
import { deleteOldRefusedLaunches, insertRefusedLaunch, listRefusedLaunches } from './refused-launch-store.ts'
import { buildRetrySpec, type RetryChanges } from './retry-spec.ts'
import { newItemRecord } from './new-item-record.ts'
import {
  isFinalItemState,
  type RefusedLaunchRecord,
  type RunQueueItemRecord,
  type RunQueueRecord,
} from './run-queue.ts'
import type { PushedLaunch } from './pushed-launch.ts'
import { createShortCache } from './short-cache.ts'
import { formatItemId } from './wire-id.ts'

/** The Python client repeats a refused push in its older form at once; both are one refusal. */
const SAME_REFUSAL_MS = 60_000
/** How long a whole job version is trusted without asking again; one by alias never is. */
const JOB_CACHE_MS = 2000

/** The verdict on a launch, with the job version that it is about. */
export interface JudgedLaunch extends LaunchVerdict {
  readonly job: LaunchableJob | null
}

/** How to launch an item again. */
export interface Retry {
  readonly item: RunQueueItemRecord
  /** The item's queue, deleted or not. */
  readonly queue: RunQueueRecord
  /** What is changed this time. */
  readonly changes: RetryChanges
  /** True: although the item has not ended yet. */
  readonly isForced: boolean
}

/** Checks launches and puts them into their queues. */
export interface LaunchService {
  /** The verdict on a launch; nothing is queued or kept. */
  check(viewer: Viewer, request: LaunchRequest): Promise<JudgedLaunch>
  /** Queues a launch; it is durable when the promise resolves. A launch with problems is kept as refused, and thrown. */
  push(viewer: Viewer, request: LaunchRequest): Promise<PushedLaunch>
  /** Queues an item again, by its own spec. Throws ConflictError while it has not ended, and GoneError without its queue. */
  retry(viewer: Viewer, retry: Retry): Promise<PushedLaunch>
  /** Items that had exactly the same inputs. */
  readonly earlier: EarlierLaunches
  /** Refused launches of an entity, newest first. */
  listRefused(
    viewer: Viewer,
    entityId: number,
    page: { readonly queueName: string | null; readonly beforeId: number; readonly limit: number },
  ): Promise<readonly RefusedLaunchRecord[]>
}

/** Creates the launch service. `onPushed` is called after items are durable in their queue. */
export function createLaunchService(deps: {
  readonly database: Database
  readonly groupCommit: GroupCommit
  readonly clock: Clock
  readonly jobs: LaunchableJobs
  readonly origins: OriginSources
  readonly secrets: LaunchSecrets
  /** How many refused launches each entity keeps, the newest ones. */
  readonly refusedLaunchesKept: number
  readonly onPushed: (queueId: number, count: number) => void
}): LaunchService {
  const { database, clock } = deps
  const jobCache = createShortCache<LaunchableJob>({ clock, ttlMs: JOB_CACHE_MS, maxSize: 1000 })

  const insert = deps.groupCommit.lane(async (db, items: readonly NewItem[]) => {
    const createdAt = clock.now()
    const ids = await insertItems(db, database.dialect, items, createdAt)
    return ids.map((id) => ({ id, createdAt }))
  })

  const keyed = createKeyedLaunches({ database, clock })

  async function findJob(viewer: Viewer, path: string): Promise<LaunchableJob | null> {
    const key = `${viewer.user.id} ${path}`
    const known = jobCache.get(key)
    if (known !== undefined) return known
    const job = await deps.jobs.findVersion(viewer, path)
    if (job !== null && /:v\d+$/u.test(path) && !job.inputs.isPartial) jobCache.set(key, job)
    return job
  }

  async function judge(
    viewer: Viewer,
    request: LaunchRequest,
    { spec, isFilled }: { readonly spec: LaunchSpec; readonly isFilled: boolean },
  ): Promise<JudgedLaunch> {
    const { queue } = request
    const place = { entity: spec.entity ?? queue.entityName, project: spec.project }
    const job = spec.job === null ? null : await findJob(viewer, completeJobPath(spec.job, place))
    const verdict = checkLaunch({
      spec,
      queue,
      job,
      author: viewer.user.username,
      priority: request.priority,
      templateValues: readTemplateValues(request.templateValues),
      isFilled,
    })
    const missing = await findSecretProblems(verdict.secretUses, deps.secrets, { queue, viewer })
    const origins = readLaunchOrigins(spec)
    const foreign = origins.length === 0 ? [] : await findOriginProblems(viewer, { spec, job, origins }, deps.origins)
    const named = nameOrigins([...verdict.problems, ...missing], origins)
    return { ...verdict, problems: oneForEachPath([...named, ...foreign]), job }
  }

  async function keepRefusal(
    viewer: Viewer,
    request: LaunchRequest,
    jobPath: string | null,
    error: KnownError,
  ): Promise<void> {
    const now = clock.now()
    await insertRefusedLaunch(database.db, {
      entityId: request.queue.entityId,
      authorId: viewer.user.id,
      queueName: request.queue.name,
      jobPath,
      requestHash: createHash('sha256')
        .update(`${viewer.user.id}\n${request.queue.id}\n${request.templateValues ?? ''}\n${request.runSpec}`)
        .digest('hex'),
      message: error.message,
      problems: error.details.problems ?? [],
      now,
      notSince: now - SAME_REFUSAL_MS,
    })
    await deleteOldRefusedLaunches(database.db, request.queue.entityId, deps.refusedLaunchesKept)
  }

  async function enqueue(
    viewer: Viewer,
    request: LaunchRequest,
    launch: { readonly spec: LaunchSpec; readonly retryOf: number | null },
  ): Promise<PushedLaunch> {
    const { queue } = request
    const { spec, retryOf } = launch
    const key = readLaunchKey(request)
    const known = key === null ? null : await keyed.find(viewer, request, key)
    if (known !== null) return known
    const verdict = await judge(viewer, request, { spec, isFilled: retryOf !== null })
    if (verdict.problems.length > 0) throw refuseLaunch(describeLaunch(spec), queue.name, verdict.problems)
    const runSpec = encodeRunSpec(verdict.spec)
    const item: NewItem = {
      runQueueId: queue.id,
      entityId: queue.entityId,
      projectName: verdict.spec.project,
      priority: verdict.priority,
      jobPath: spec.job,
      jobArtifactId: verdict.job?.artifactId ?? null,
      authorId: viewer.user.id,
      hasFixedRunId: spec.runId !== null,
      inputsDigest: verdict.job === null ? null : digestInputs(verdict.job, verdict.spec.overrides),
      retryOf,
      sweepPointId: request.sweepPointId ?? null,
      runSpec,
    }
    const { id, createdAt } = key === null ? await insert(item) : await keyed.insert(request, item, key)
    const first = id === undefined && key !== null ? await keyed.find(viewer, request, key) : null
    if (first !== null) return first
    if (id === undefined) {
      throw new ConflictError(
        request.sweepPointId === undefined
          ? `Cannot launch ${describeLaunch(spec)} on run queue "${queue.name}": the queue was deleted. Choose another queue.`
          : `Cannot launch ${describeLaunch(spec)} on run queue "${queue.name}": the queue was deleted, or the point of the sweep is queued already.`,
      )
    }
    deps.onPushed(queue.id, 1)
    return { item: newItemRecord(viewer, queue, item, id, createdAt), runSpec, notes: verdict.notes }
  }

  async function keepingRefusals(
    viewer: Viewer,
    request: LaunchRequest,
    launch: () => { readonly spec: LaunchSpec; readonly retryOf: number | null },
  ): Promise<PushedLaunch> {
    let jobPath: string | null = null
    try {
      const read = launch()
      jobPath = read.spec.job
      return await enqueue(viewer, request, read)
    } catch (error) {
      if (error instanceof KnownError) await keepRefusal(viewer, request, jobPath, error)
      throw error
    }
  }

  return {
    earlier: createEarlierLaunches(database),
    check: (viewer, request) => judge(viewer, request, { spec: readRequestedSpec(request), isFilled: false }),
    push: (viewer, request) =>
      keepingRefusals(viewer, request, () => ({ spec: readRequestedSpec(request), retryOf: null })),
    async retry(viewer, { item, queue, changes, isForced }) {
      const wireId = formatItemId(item)
      if (queue.deletedAt !== null) {
        throw new GoneError(
          `Cannot launch run queue item "${wireId}" again: its run queue "${queue.name}" was deleted. Launch its inputs on another queue with "slipway launch --from-run ${wireId} --queue NAME".`,
        )
      }
      if (!isFinalItemState(item.state) && !isForced) {
        throw new ConflictError(
          `Cannot launch run queue item "${wireId}" again: it is ${item.state} and has not ended. Wait for its end, cancel it, or say that it shall run twice with --force.`,
        )
      }
      refuseOldSettings(item, queue)
      const runSpec = (await readRunSpec(database.db, item.id)) ?? '{}'
      const priority = queue.hasPriorities ? item.priority : null
      return keepingRefusals(viewer, { queue, runSpec, priority, templateValues: null }, () => ({
        spec: buildRetrySpec(parseLaunchSpec(parseJson(runSpec)), changes),
        retryOf: item.id,
      }))
    },
    async listRefused(viewer, entityId, page) {
      const isMember = [...viewer.entityIds.values()].includes(entityId)
      const place = { entityId, userId: viewer.user.id, queueName: page.queueName }
      return isMember ? listRefusedLaunches(database.db, place, page) : []
    },
  }
}

/** The settings that an item was given may be outside of the bounds that its queue's owner has set since. */
function refuseOldSettings(item: RunQueueItemRecord, { config, name }: RunQueueRecord): void {
  if (config === null || config.templateVariables.length === 0 || config.createdAt <= item.createdAt) return
  const wireId = formatItemId(item)
  throw new ConflictError(
    `Cannot launch run queue item "${wireId}" again: the settings of run queue "${name}" were changed since. Launch its inputs by the new ones with "slipway launch --from-run ${wireId} --queue ${name}".`,
  )
}
