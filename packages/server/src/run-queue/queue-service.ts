import {
  ConflictError,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  type ParsedResourceConfig,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { ProjectService } from '../project/project-service.ts'
import { cancelWaitingItems } from './item-end-store.ts'
import * as store from './queue-store.ts'
import type { DefaultResourceConfigRecord, RunQueueAccess, RunQueueRecord } from './run-queue.ts'
import { createShortCache } from './short-cache.ts'
import { formatRunQueueId, parseResourceConfigId, parseRunQueueId } from './wire-id.ts'

const MAX_QUEUES_LISTED = 1000
const MAX_NAME_CHARACTERS = 64
/** How long another server's change of a queue may go unseen here. Pausing and deleting count at once all the same. */
const QUEUE_CACHE_MS = 1000

/** What a new queue is. */
export interface NewRunQueue {
  readonly entityName: string
  readonly projectName: string
  readonly name: string
  readonly access: RunQueueAccess
  readonly hasPriorities: boolean
  /** The wire id of a default resource config; null for a queue without one. */
  readonly configId: string | null
}

/** What an upsert sets; null leaves what is there. */
export interface RunQueueUpsert {
  readonly entityName: string
  readonly projectName: string
  readonly name: string
  readonly config: ParsedResourceConfig
  readonly hasPriorities: boolean | null
  readonly externalLinks: string | null
  /** Whether a name that is taken is refused. */
  readonly onlyNew: boolean
}

/** Run queues of the entities that a viewer is in. A private queue is seen only by who made it. */
export interface QueueService {
  create(viewer: Viewer, queue: NewRunQueue): Promise<RunQueueRecord>
  upsert(viewer: Viewer, queue: RunQueueUpsert): Promise<RunQueueRecord>
  createConfig(viewer: Viewer, entityName: string, config: ParsedResourceConfig): Promise<number>
  findConfig(viewer: Viewer, entityName: string, wireId: string): Promise<DefaultResourceConfigRecord | null>
  /** The queue of this name, or null. */
  find(viewer: Viewer, entityName: string, name: string): Promise<RunQueueRecord | null>
  /** The queue of this name. Throws NotFoundError when it is not there or not the viewer's to see. */
  require(viewer: Viewer, entityName: string, name: string): Promise<RunQueueRecord>
  requireById(viewer: Viewer, wireId: string): Promise<RunQueueRecord>
  /** A queue by row id, deleted ones included, since their items stay readable; null when it is not the viewer's to see. */
  findByRowId(viewer: Viewer, id: number): Promise<RunQueueRecord | null>
  /** The first 1,000 queues by name, of an entity or of one of its projects. */
  list(viewer: Viewer, entityName: string, project: ProjectRecord | null): Promise<readonly RunQueueRecord[]>
  /** A page of the queues of an entity whose names contain a text, by name; null for an entity that the viewer is not in. */
  listPage(
    viewer: Viewer,
    entityName: string,
    page: { readonly search: string | null; readonly after: string | null; readonly limit: number },
  ): Promise<readonly RunQueueRecord[] | null>
  setPaused(viewer: Viewer, wireId: string, isPaused: boolean): Promise<RunQueueRecord>
  /** Deletes queues; items that wait in them are cancelled. */
  delete(viewer: Viewer, wireIds: readonly string[]): Promise<void>
  /** How many items wait, and are in work. The queues of a request are counted together. */
  countItems(queue: RunQueueRecord): Promise<{ readonly pending: number; readonly running: number }>
}

/** Creates the queue service. `onResumed` is called when a paused queue gives items again. */
export function createQueueService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly account: AccountService
  readonly project: ProjectService
  readonly changes: Changes
  readonly onResumed: (queueId: number) => void
}): QueueService {
  const { database, clock, account, project: projects, changes } = deps
  const cache = createShortCache<RunQueueRecord>({ clock, ttlMs: QUEUE_CACHE_MS, maxSize: 10_000 })
  changes.onElsewhere('queue', ['state', 'config', 'deleted'], () => cache.clear())

  const countItems = createBatch((ids: readonly number[]) => store.countItems(database.db, database.dialect, ids))

  function remember(queue: RunQueueRecord | undefined): RunQueueRecord | undefined {
    if (queue === undefined) return undefined
    cache.set(`id:${queue.id}`, queue)
    if (queue.deletedAt === null) cache.set(`name:${queue.entityId}:${queue.name}`, queue)
    return queue
  }

  async function change(queue: RunQueueRecord, columns: store.QueueChange): Promise<RunQueueRecord> {
    await store.updateQueue(database.db, queue.id, columns)
    cache.clear()
    changes.runQueue(queue, 'state')
    return remember(await store.findQueueById(database.db, queue.id)) ?? queue
  }

  function configColumns(entityId: number, config: ParsedResourceConfig): Parameters<typeof store.insertConfig>[1] {
    return {
      entityId,
      resource: config.resource,
      config: JSON.stringify(config.config),
      templateVariables: config.templateVariables,
      createdAt: clock.now(),
    }
  }

  const service: QueueService = {
    async create(viewer, queue) {
      checkQueueName(queue.name)
      const { project } = await projects.ensure(viewer, queue.entityName, queue.projectName)
      const configId = queue.configId === null ? null : (parseResourceConfigId(queue.configId) ?? 0)
      if (configId !== null && (await store.findConfig(database.db, project.entityId, configId)) === undefined) {
        throw new NotFoundError(
          `Cannot create run queue "${queue.name}": its resource config "${queue.configId}" does not exist in "${queue.entityName}". Create the config first.`,
        )
      }
      const id = await store.insertQueue(database.db, {
        entityId: project.entityId,
        projectId: project.id,
        name: queue.name,
        access: queue.access,
        hasPriorities: queue.hasPriorities,
        configId,
        externalLinks: null,
        createdBy: viewer.user.id,
        createdAt: clock.now(),
      })
      if (id === undefined) {
        throw nameTaken(queue)
      }
      changes.runQueue({ id, entityId: project.entityId }, 'created')
      return service.requireById(viewer, formatRunQueueId(id))
    },
    async upsert(viewer, queue) {
      checkQueueName(queue.name)
      const { project } = await projects.ensure(viewer, queue.entityName, queue.projectName)
      const known = await store.findQueueByName(database.db, project.entityId, queue.name)
      if (known !== undefined && queue.onlyNew) throw nameTaken(queue)
      if (known !== undefined) requireChangeable(viewer, known)
      const id = await database.transaction(async (transaction) => {
        const configId = await store.insertConfig(transaction, configColumns(project.entityId, queue.config))
        const inserted =
          known === undefined
            ? await store.insertQueue(transaction, {
                entityId: project.entityId,
                projectId: project.id,
                name: queue.name,
                access: 'PROJECT',
                hasPriorities: queue.hasPriorities ?? false,
                configId,
                externalLinks: queue.externalLinks,
                createdBy: viewer.user.id,
                createdAt: clock.now(),
              })
            : undefined
        const target = inserted ?? known?.id
        if (target === undefined) {
          throw new ConflictError(
            `Cannot set run queue "${queue.name}": somebody made one of that name at the same moment. Try again.`,
          )
        }
        await store.updateQueue(transaction, target, {
          config_id: configId,
          ...(queue.hasPriorities === null ? {} : { has_priorities: queue.hasPriorities ? 1 : 0 }),
          ...(queue.externalLinks === null ? {} : { external_links: queue.externalLinks }),
        })
        return target
      })
      cache.clear()
      changes.runQueue({ id, entityId: project.entityId }, known === undefined ? 'created' : 'config')
      return service.requireById(viewer, formatRunQueueId(id))
    },
    async createConfig(viewer, entityName, config) {
      const entityId = account.requireEntityId(viewer, entityName)
      return store.insertConfig(database.db, configColumns(entityId, config))
    },
    async findConfig(viewer, entityName, wireId) {
      const entityId = viewer.entityIds.get(entityName)
      const id = parseResourceConfigId(wireId)
      if (entityId === undefined || id === null) return null
      return (await store.findConfig(database.db, entityId, id)) ?? null
    },
    async find(viewer, entityName, name) {
      const entityId = viewer.entityIds.get(entityName === '' ? viewer.user.username : entityName)
      if (entityId === undefined) return null
      const queue =
        cache.get(`name:${entityId}:${name}`) ?? remember(await store.findQueueByName(database.db, entityId, name))
      return queue !== undefined && isVisible(viewer, queue) ? queue : null
    },
    async require(viewer, entityName, name) {
      const queue = await service.find(viewer, entityName, name)
      if (queue !== null) return queue
      throw new NotFoundError(
        `Cannot find run queue "${name}" of "${entityName}": it does not exist, or you may not use it. Check the name, or create it.`,
      )
    },
    async requireById(viewer, wireId) {
      const id = parseRunQueueId(wireId)
      const queue = id === null ? null : await service.findByRowId(viewer, id)
      if (queue !== null && queue.deletedAt === null) return queue
      throw new NotFoundError(
        `Cannot find run queue "${wireId}": it does not exist, was deleted, or you may not use it. List the queues again.`,
      )
    },
    async findByRowId(viewer, id) {
      const queue = cache.get(`id:${id}`) ?? remember(await store.findQueueById(database.db, id))
      return queue !== undefined && isVisible(viewer, queue) ? queue : null
    },
    async list(viewer, entityName, project) {
      const entityId = viewer.entityIds.get(entityName)
      if (entityId === undefined) return []
      const filter = { entityId, userId: viewer.user.id, projectId: project?.id ?? null }
      return store.listQueues(database.db, filter, { after: null, limit: MAX_QUEUES_LISTED })
    },
    async listPage(viewer, entityName, { search: text, ...page }) {
      const entityId = viewer.entityIds.get(entityName)
      if (entityId === undefined) return null
      const search = text === null || text === '' ? null : store.nameContains(database.dialect, text)
      return store.listQueues(database.db, { entityId, userId: viewer.user.id, projectId: null }, page, search)
    },
    async setPaused(viewer, wireId, isPaused) {
      const queue = await service.requireById(viewer, wireId)
      requireChangeable(viewer, queue)
      const changed = await change(queue, { is_paused: isPaused ? 1 : 0 })
      if (!isPaused) deps.onResumed(queue.id)
      return changed
    },
    async delete(viewer, wireIds) {
      const queues = await Promise.all(wireIds.map((id) => service.requireById(viewer, id)))
      for (const queue of queues) requireChangeable(viewer, queue)
      const now = clock.now()
      await database.transaction(async (transaction) => {
        for (const queue of queues) {
          await store.updateQueue(transaction, queue.id, { deleted_at: now })
          const reason = deletionReason(viewer.user.username, queue.name)
          const items = await cancelWaitingItems(transaction, queue.id, reason, now)
          database.afterCommit(transaction, () => {
            changes.runQueue(queue, 'deleted')
            for (const item of items) changes.runQueueItem(item, 'state')
          })
        }
      })
      cache.clear()
    },
    countItems: (queue) => countItems(queue.id),
  }
  return service
}

function nameTaken({ name, entityName }: { readonly name: string; readonly entityName: string }): ConflictError {
  return new ConflictError(
    `Cannot create run queue "${name}": "${entityName}" has one of that name. Choose another name.`,
  )
}

function requireChangeable(viewer: Viewer, queue: RunQueueRecord): void {
  if (viewer.adminEntityIds.has(queue.entityId) || queue.createdBy === viewer.user.id) return
  throw new NotAllowedError(
    `Cannot change run queue "${queue.name}": only administrators of "${queue.entityName}" and "${queue.createdByName}", who made it, may. Ask one of them.`,
  )
}

function isVisible(viewer: Viewer, queue: RunQueueRecord): boolean {
  return (
    viewer.entityIds.get(queue.entityName) === queue.entityId &&
    (queue.access === 'PROJECT' || queue.createdBy === viewer.user.id)
  )
}

function deletionReason(username: string, queueName: string): string {
  return `"${username}" deleted run queue "${queueName}" while this item waited in it.`
}

function checkQueueName(name: string): void {
  // The client's own limit; control characters would break log lines.
  if (name.length > 0 && name.length <= MAX_NAME_CHARACTERS && !/[\p{Cc}/]/u.test(name)) return
  throw new InvalidInputError(
    `Cannot create run queue "${name.slice(0, MAX_NAME_CHARACTERS)}": a name has 1 to ${MAX_NAME_CHARACTERS} characters and no "/".`,
  )
}
