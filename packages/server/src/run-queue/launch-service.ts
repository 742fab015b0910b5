import { createHash } from 'node:crypto'
import {
  ConflictError,
  InvalidInputError,
  isJsonObject,
  KnownError,
  parseJson,
  parseLaunchSpec,
  type JsonObject,
  type JsonValue,
  type LaunchSpec,
  type Problem,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { GroupCommit } from '../database/group-commit.ts'
import { insertItems, type NewItem } from './hot-item-store.ts'
import {
  checkLaunch,
  describeLaunch,
  encodeRunSpec,
  oneForEachPath,
  refuseLaunch,
  type LaunchVerdict,
} from './launch-check.ts'
import { findSecretProblems, type LaunchSecrets } from './launch-secrets.ts'
import { completeJobPath, type LaunchableJob, type LaunchableJobs } from './launchable-job.ts'
import { insertRefusedLaunch, listRefusedLaunches } from './refused-launch-store.ts'
import type { RefusedLaunchRecord, RunQueueItemRecord, RunQueueRecord } from './run-queue.ts'
import { createShortCache } from './short-cache.ts'

const MAX_SPEC_CHARACTERS = 16 * 1024 * 1024
/** The Python client repeats a refused push in its older form at once; both are one refusal. */
const SAME_REFUSAL_MS = 60_000
/** How long a whole job version is trusted without asking again; one by alias never is. */
const JOB_CACHE_MS = 2000

/** What a client asks to launch. */
export interface LaunchRequest {
  readonly queue: RunQueueRecord
  /** JSON text. */
  readonly runSpec: string
  readonly priority: number | null
  /** JSON text of an object; null for none. */
  readonly templateValues: string | null
}

/** A launch that is in its queue. */
export interface PushedLaunch {
  readonly item: RunQueueItemRecord
  /** JSON text of the merged launch spec. */
  readonly runSpec: string
  readonly notes: readonly Problem[]
}

/** Checks launches and puts them into their queues. */
export interface LaunchService {
  /** The verdict on a launch; nothing is queued or kept. */
  check(viewer: Viewer, request: LaunchRequest): Promise<LaunchVerdict>
  /** Queues a launch; it is durable when the promise resolves. A launch with problems is kept as refused, and thrown. */
  push(viewer: Viewer, request: LaunchRequest): Promise<PushedLaunch>
  /** Refused launches of an entity, newest first. */
  listRefused(
    viewer: Viewer,
    entityId: number,
    page: { readonly beforeId: number; readonly limit: number },
  ): Promise<readonly RefusedLaunchRecord[]>
}

/** Creates the launch service. `onPushed` is called after items are durable in their queue. */
export function createLaunchService(deps: {
  readonly database: Database
  readonly groupCommit: GroupCommit
  readonly clock: Clock
  readonly jobs: LaunchableJobs
  readonly secrets: LaunchSecrets
  readonly onPushed: (queueId: number, count: number) => void
}): LaunchService {
  const { database, clock } = deps
  const jobCache = createShortCache<LaunchableJob>({ clock, ttlMs: JOB_CACHE_MS, maxSize: 1000 })

  const insert = deps.groupCommit.lane(async (db, items: readonly NewItem[]) => {
    const createdAt = clock.now()
    const ids = await insertItems(db, database.dialect, items, createdAt)
    return ids.map((id) => ({ id, createdAt }))
  })

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
    spec: LaunchSpec,
  ): Promise<LaunchVerdict & { readonly job: LaunchableJob | null }> {
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
    })
    const missing = await findSecretProblems(verdict.secretUses, deps.secrets, { queue, viewer })
    return { ...verdict, problems: oneForEachPath([...verdict.problems, ...missing]), job }
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
  }

  return {
    check: (viewer, request) => judge(viewer, request, readSpec(request)),
    async push(viewer, request) {
      const { queue } = request
      let jobPath: string | null = null
      try {
        const spec = readSpec(request)
        jobPath = spec.job
        const verdict = await judge(viewer, request, spec)
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
          runSpec,
        }
        const { id, createdAt } = await insert(item)
        if (id === undefined) {
          throw new ConflictError(
            `Cannot launch ${describeLaunch(spec)} on run queue "${queue.name}": the queue was deleted. Choose another queue.`,
          )
        }
        deps.onPushed(queue.id, 1)
        return { item: newItemRecord(viewer, queue, item, id, createdAt), runSpec, notes: verdict.notes }
      } catch (error) {
        if (error instanceof KnownError) await keepRefusal(viewer, request, jobPath, error)
        throw error
      }
    },
    async listRefused(viewer, entityId, page) {
      const isMember = [...viewer.entityIds.values()].includes(entityId)
      return isMember ? listRefusedLaunches(database.db, { entityId, userId: viewer.user.id }, page) : []
    },
  }
}

function readSpec(request: LaunchRequest): LaunchSpec {
  if (request.runSpec.length > MAX_SPEC_CHARACTERS) {
    throw new InvalidInputError(
      `Cannot launch on run queue "${request.queue.name}": the launch spec has ${request.runSpec.length} characters, more than ${MAX_SPEC_CHARACTERS}. Pass large data as artifacts.`,
    )
  }
  return parseLaunchSpec(readStrictJson(request.runSpec))
}

/** NaN and the infinities cannot be handed to an agent: JSON does not have them. */
function readStrictJson(text: string): JsonValue {
  const value = parseJson(text)
  try {
    JSON.parse(text)
  } catch {
    throw new InvalidInputError(
      'Cannot launch: the launch spec holds NaN or Infinity, which JSON does not have. Give a number, or a text that the program reads.',
    )
  }
  return value
}

function readTemplateValues(text: string | null): JsonObject {
  const values = text === null ? {} : parseJson(text)
  if (isJsonObject(values)) return values
  if (values === null) return {}
  throw new InvalidInputError(
    'Cannot read the template variable values: they are not a JSON object. Send {"name": value}.',
  )
}

function newItemRecord(
  viewer: Viewer,
  queue: RunQueueRecord,
  item: NewItem,
  id: number,
  createdAt: number,
): RunQueueItemRecord {
  return {
    id,
    runQueueId: queue.id,
    entityId: queue.entityId,
    entityName: queue.entityName,
    projectName: item.projectName,
    state: 'pending',
    priority: item.priority,
    jobPath: item.jobPath,
    jobArtifactId: item.jobArtifactId,
    runName: null,
    authorId: viewer.user.id,
    author: viewer.user.username,
    launchAgentId: null,
    isAttended: false,
    leasedAt: null,
    leasedUntil: null,
    claimedAt: null,
    startedAt: null,
    endedAt: null,
    createdAt,
    exitCode: null,
    reason: null,
    stage: null,
    filePaths: null,
    stopRequestedAt: null,
    heartbeatAt: null,
  }
}
