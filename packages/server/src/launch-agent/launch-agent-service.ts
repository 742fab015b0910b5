import { ConflictError, NotAllowedError, NotFoundError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { RunQueueRecord } from '../run-queue/run-queue.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import { createAgentHeartbeats, type AgentHeartbeats } from './agent-heartbeats.ts'
import { makeAgentName } from './agent-name.ts'
import { requireQueuesOfAgent, type AgentRegistration } from './agent-registration.ts'
import { createAgentWork, type AgentWork } from './agent-work.ts'
import type { LaunchAgentRecord } from './launch-agent.ts'
import * as store from './launch-agent-store.ts'
import { parseLaunchAgentId } from './wire-id.ts'

const MAX_AGENTS_OF_QUEUE = 1000
const LISTED_FOR_MS = 7 * 24 * 60 * 60 * 1000
/** How long another server's change of an agent may go unseen by a pop. */
const AGENT_CACHE_MS = 1000

/** Which agents of an entity are listed. */
export interface AgentPage {
  /** Those that listen, or that are lost or have ended; null for both. */
  readonly isListening: boolean | null
  /** Only agents before this id; 0 for the first page. */
  readonly beforeId: number
  readonly limit: number
}

/** Launch agents of the entities that a viewer is in, and what they ask for. */
export interface LaunchAgentService extends AgentHeartbeats, AgentWork {
  register(viewer: Viewer, registration: AgentRegistration): Promise<LaunchAgentRecord>
  find(viewer: Viewer, wireId: string): Promise<LaunchAgentRecord | null>
  findByRowId(viewer: Viewer, id: number): Promise<LaunchAgentRecord | null>
  require(viewer: Viewer, wireId: string): Promise<LaunchAgentRecord>
  /** The agent, when the viewer started it or administers its entity, so that the viewer may act in its name; else null. */
  findOwn(viewer: Viewer, wireId: string): Promise<LaunchAgentRecord | null>
  /**
   * The agent for which a request speaks. Throws NotAllowedError for others than who started it and administrators of its
   * entity: whoever speaks for an agent gets its items, and ends and fills the log of what it runs.
   */
  requireOwn(viewer: Viewer, wireId: string): Promise<LaunchAgentRecord>
  /** Whether a request of this viewer may speak for the agent. */
  mayActFor(viewer: Viewer, agent: LaunchAgentRecord): boolean
  /** A page of the agents of an entity that were heard of within the last week, newest first; null for an entity that the viewer is not in. */
  listByEntity(viewer: Viewer, entityId: number, page: AgentPage): Promise<readonly LaunchAgentRecord[] | null>
  /** The agents that listen to a queue now, at most 1,000. The queues of a request are looked up together. */
  listByQueue(viewer: Viewer, queue: RunQueueRecord): Promise<readonly LaunchAgentRecord[]>
  /** The agent that listened to a queue and was heard of last, within the last week; null when there is none. */
  findLastHeard(queue: RunQueueRecord): Promise<LaunchAgentRecord | null>
  /** How many agents listen to a queue now and are not asked to end. The queues of a request are looked up together. */
  countListening(queue: RunQueueRecord): Promise<number>
  /** Asks an agent to end: once its items have ended, or with them. */
  end(viewer: Viewer, wireId: string, what: 'drain' | 'stop'): Promise<void>
}

/** Creates the launch agent service. */
export function createLaunchAgentService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly account: AccountService
  readonly runQueue: RunQueueService
  readonly popHoldSeconds: number
  readonly leaseSeconds: number
  readonly changes: Changes
}): LaunchAgentService {
  const { database, clock, runQueue, changes } = deps
  const cache = new Map<number, { readonly agent: LaunchAgentRecord; readonly until: number }>()
  changes.onElsewhere('agents-of-entity', ['created', 'state'], () => cache.clear())

  /** Whoever was not heard of since is lost. */
  const listeningSince = (): number => clock.now() - deps.leaseSeconds * 1000
  const listOfQueue = createBatch((ids: readonly number[]) =>
    store.listAgentsOfQueues(database.db, ids, listeningSince(), MAX_AGENTS_OF_QUEUE),
  )
  const countOfQueue = createBatch((ids: readonly number[]) =>
    store.countAgentsOfQueues(database.db, ids, listeningSince()),
  )

  async function load(id: number): Promise<LaunchAgentRecord | null> {
    const known = cache.get(id)
    if (known !== undefined && known.until > clock.now()) return known.agent
    const agent = (await store.findAgent(database.db, id)) ?? null
    if (agent !== null) cache.set(id, { agent, until: clock.now() + AGENT_CACHE_MS })
    return agent
  }

  const heartbeats = createAgentHeartbeats({
    ...deps,
    renewUnattended: (id) => runQueue.leases.renewUnattended(id),
    forget: (id) => void cache.delete(id),
  })

  const service: LaunchAgentService = {
    ...heartbeats,
    ...createAgentWork({
      ...deps,
      requireOwn: (viewer, wireId) => service.requireOwn(viewer, wireId),
      hearOf: (agent, status) => heartbeats.hearOf(agent, status),
      load,
    }),
    async register(viewer, registration) {
      const entityId = deps.account.requireEntityId(viewer, registration.entityName)
      const queueIds = await requireQueuesOfAgent(viewer, registration, runQueue.queues)
      const now = clock.now()
      const known = registration.resumeId === null ? null : await service.find(viewer, registration.resumeId)
      // Whoever takes over an agent's id takes its items too, so it is for those who may also stop it.
      const previous = known !== null && known.entityId === entityId && mayActFor(viewer, known) ? known : null
      const id = await database.transaction(async (transaction) => {
        const agentId =
          previous?.id ??
          (await store.insertAgent(transaction, {
            entityId,
            name: makeAgentName(),
            hostname: registration.hostname,
            config: registration.config,
            version: registration.version,
            createdBy: viewer.user.id,
            now,
          }))
        if (previous !== null) await store.resumeAgent(transaction, previous.id, { ...registration, now })
        await store.setAgentQueues(transaction, agentId, queueIds)
        return agentId
      })
      cache.delete(id)
      const agent = await load(id)
      if (agent === null)
        throw new ConflictError('Cannot register the launch agent: it was removed at once. Try again.')
      changes.launchAgent(agent, previous === null ? 'created' : 'state')
      return agent
    },
    async find(viewer, wireId) {
      const id = parseLaunchAgentId(wireId)
      return id === null ? null : service.findByRowId(viewer, id)
    },
    async findByRowId(viewer, id) {
      const agent = await load(id)
      return agent !== null && viewer.entityIds.get(agent.entityName) === agent.entityId ? agent : null
    },
    async require(viewer, wireId) {
      const agent = await service.find(viewer, wireId)
      if (agent !== null) return agent
      throw new NotFoundError(
        `Cannot find launch agent "${wireId.slice(0, 100)}": it does not exist, or you do not belong to its entity. Register it again.`,
      )
    },
    async findOwn(viewer, wireId) {
      const agent = await service.find(viewer, wireId)
      return agent !== null && mayActFor(viewer, agent) ? agent : null
    },
    async requireOwn(viewer, wireId) {
      const agent = await service.require(viewer, wireId)
      if (mayActFor(viewer, agent)) return agent
      throw new NotAllowedError(
        `Cannot speak for launch agent "${agent.name}": only who started it and administrators of "${agent.entityName}" may. Start an agent of your own.`,
      )
    },
    mayActFor,
    async listByEntity(viewer, entityId, { isListening, beforeId, limit }) {
      if (![...viewer.entityIds.values()].includes(entityId)) return null
      const heardSince = clock.now() - LISTED_FOR_MS
      return store.listAgents(
        database.db,
        { entityId, heardSince, isListening, listeningSince: listeningSince() },
        { beforeId, limit },
      )
    },
    async listByQueue(_viewer, queue) {
      return listOfQueue(queue.id)
    },
    async findLastHeard(queue) {
      return (await store.findAgentLastHeard(database.db, queue.id, clock.now() - LISTED_FOR_MS)) ?? null
    },
    countListening: (queue) => countOfQueue(queue.id),
    async end(viewer, wireId, what) {
      const agent = await service.require(viewer, wireId)
      if (!mayActFor(viewer, agent)) {
        throw new NotAllowedError(
          `Cannot ${what} launch agent "${agent.name}": only administrators of "${agent.entityName}" and who started it may. Ask one of them.`,
        )
      }
      await store.updateAgent(database.db, agent.id, { is_stopping: 1 })
      cache.delete(agent.id)
      changes.launchAgent(agent, 'state')
      if (what === 'stop') await runQueue.leases.stopAllOf(agent.id)
      runQueue.wake(`agent:${agent.id}`, Number.MAX_SAFE_INTEGER)
    },
  }
  return service
}

function mayActFor(viewer: Viewer, agent: LaunchAgentRecord): boolean {
  return viewer.adminEntityIds.has(agent.entityId) || agent.createdBy === viewer.user.id
}
