import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { LeasedItem, RunQueueRecord } from '../run-queue/run-queue.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import { makeAgentName } from './agent-name.ts'
import { holdHeartbeat, type HeartbeatAnswer } from './held-heartbeat.ts'
import { canRemoveInputs, toLaunchAgentStatus, type LaunchAgentRecord } from './launch-agent.ts'
import * as store from './launch-agent-store.ts'
import { parseLaunchAgentId } from './wire-id.ts'

const MAX_AGENTS_LISTED = 1000
const LISTED_FOR_MS = 7 * 24 * 60 * 60 * 1000
const MAX_LEASED_AT_ONCE = 100
const MAX_ITEMS_HELD = 10_000
/** The Python client gives up an answer after 19 seconds. */
const MAX_HOLD_SECONDS = 15
/** A heartbeat within this time of the last one is not written: a busy agent calls many times a second. */
const HEARTBEAT_WRITE_MS = 2000
/** How long another server's change of an agent may go unseen by a pop. */
const AGENT_CACHE_MS = 1000

/** Who registers, and for which queues. */
export interface AgentRegistration {
  readonly entityName: string
  /** Wire ids. */
  readonly runQueueIds: readonly string[]
  readonly hostname: string
  readonly config: string | null
  readonly version: string | null
  /** The wire id of the agent whose place this one takes; null for a new one. */
  readonly resumeId: string | null
}

/** How long a request may be held, and what ends it early. */
export interface HoldOptions {
  /** Null takes the server's setting. */
  readonly waitSeconds: number | null
  readonly signal: AbortSignal
  /** Calls back when the answer did not reach the client. */
  readonly whenUndelivered: (callback: () => void) => void
}

/** Launch agents of the entities that a viewer is in, and what they ask for. */
export interface LaunchAgentService {
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
  listByEntity(viewer: Viewer, entityId: number): Promise<readonly LaunchAgentRecord[]>
  /** The agents that listen to a queue now. The queues of a request are looked up together. */
  listByQueue(viewer: Viewer, queue: RunQueueRecord): Promise<readonly LaunchAgentRecord[]>
  /** POLLING, RUNNING, KILLED, or LOST when the agent was not heard of for as long as a lease. */
  statusOf(agent: LaunchAgentRecord): string
  /** Notes that the agent lives. A stock agent says so by everything that it asks. */
  hearOf(agent: LaunchAgentRecord, status: string | null): Promise<void>
  /** Tells those who watch of agents that became LOST, which nobody does. Called from time to time. */
  tellOfLostAgents(): Promise<void>
  /** Asks an agent to end: once its items have ended, or with them. */
  end(viewer: Viewer, wireId: string, what: 'drain' | 'stop'): Promise<void>
  /** Takes the next item of a queue. `agentWireId` may be null: then only time brings the item back. */
  pop(viewer: Viewer, queue: RunQueueRecord, agentWireId: string | null, hold: HoldOptions): Promise<LeasedItem | null>
  /** Takes items from any of the agent's queues. */
  lease(viewer: Viewer, agentWireId: string, limit: number, hold: HoldOptions): Promise<readonly LeasedItem[]>
  /** Renews what the agent holds and answers with what it must do. `itemIds` are row ids. */
  heartbeat(
    viewer: Viewer,
    agentWireId: string,
    beat: { readonly status: string | null; readonly itemIds: readonly number[] },
    hold: HoldOptions,
  ): Promise<HeartbeatAnswer>
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
  const heardAt = new Map<number, number>()
  let lostBefore = clock.now() - deps.leaseSeconds * 1000
  changes.onElsewhere('agents-of-entity', ['created', 'state'], () => cache.clear())

  const listOfQueue = createBatch((ids: readonly number[]) =>
    store.listAgentsOfQueues(database.db, ids, clock.now() - deps.leaseSeconds * 1000),
  )

  async function load(id: number): Promise<LaunchAgentRecord | null> {
    const known = cache.get(id)
    if (known !== undefined && known.until > clock.now()) return known.agent
    const agent = (await store.findAgent(database.db, id)) ?? null
    if (agent !== null) cache.set(id, { agent, until: clock.now() + AGENT_CACHE_MS })
    return agent
  }

  function holdMs(waitSeconds: number | null): number {
    const seconds = waitSeconds ?? deps.popHoldSeconds
    // A hold must not outlast the leases that are renewed only at its start.
    return Math.max(0, Math.min(seconds, MAX_HOLD_SECONDS, deps.leaseSeconds / 2)) * 1000
  }

  async function leaseFor(
    agent: LaunchAgentRecord | null,
    request: {
      readonly queueIds: readonly number[]
      readonly watchedQueueIds: readonly number[]
      readonly limit: number
      readonly takesRemovals: boolean
    },
    hold: HoldOptions,
  ): Promise<readonly LeasedItem[]> {
    const lessee = { launchAgentId: agent?.id ?? null, generation: agent?.generation ?? null }
    const items = await runQueue.leases.lease({ ...request, lessee, holdMs: holdMs(hold.waitSeconds), hold })
    if (items.length === 0) return items
    if (agent !== null) changes.launchAgent(agent, 'items')
    // A client that is gone would keep the items from everybody else until the leases end.
    hold.whenUndelivered(() => {
      for (const item of items) runQueue.background(runQueue.leases.release(item, lessee))
    })
    return items
  }

  async function requireQueues(viewer: Viewer, registration: AgentRegistration): Promise<readonly number[]> {
    const wireIds = [...new Set(registration.runQueueIds)]
    if (wireIds.length === 0) {
      throw new InvalidInputError('Cannot register the launch agent: it listens to no run queue. Name at least one.')
    }
    const queues = await Promise.all(wireIds.map((id) => runQueue.queues.requireById(viewer, id)))
    const foreign = queues.find((queue) => queue.entityName !== registration.entityName)
    if (foreign !== undefined) {
      throw new InvalidInputError(
        `Cannot register the launch agent: run queue "${foreign.name}" belongs to "${foreign.entityName}", the agent to "${registration.entityName}". Start one agent for each entity.`,
      )
    }
    return queues.map((queue) => queue.id)
  }

  const service: LaunchAgentService = {
    async register(viewer, registration) {
      const entityId = deps.account.requireEntityId(viewer, registration.entityName)
      const queueIds = await requireQueues(viewer, registration)
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
    async listByEntity(viewer, entityId) {
      if (![...viewer.entityIds.values()].includes(entityId)) return []
      return store.listAgents(database.db, entityId, clock.now() - LISTED_FOR_MS, MAX_AGENTS_LISTED)
    },
    async listByQueue(_viewer, queue) {
      return listOfQueue(queue.id)
    },
    statusOf(agent) {
      if (agent.status === 'KILLED') return 'KILLED'
      const heard = Math.max(agent.heartbeatAt, heardAt.get(agent.id) ?? 0)
      return clock.now() - heard > deps.leaseSeconds * 1000 ? 'LOST' : agent.status
    },
    async hearOf(agent, status) {
      const named = status === null ? null : toLaunchAgentStatus(status)
      if (status !== null && named === null) {
        throw new InvalidInputError(
          `Cannot set the status of the agent to "${status}": use POLLING, RUNNING or KILLED.`,
        )
      }
      const now = clock.now()
      const hasNews = named !== null && named !== agent.status
      if (!hasNews && now - Math.max(agent.heartbeatAt, heardAt.get(agent.id) ?? 0) < HEARTBEAT_WRITE_MS) return
      const wasLost = service.statusOf(agent) === 'LOST'
      heardAt.set(agent.id, now)
      if (hasNews) cache.delete(agent.id)
      await store.updateAgent(database.db, agent.id, {
        heartbeat_at: now,
        ...(named === null ? {} : { status: named }),
      })
      if (hasNews || wasLost) changes.launchAgent(agent, 'state')
      await runQueue.leases.renewUnattended(agent.id)
    },
    async tellOfLostAgents() {
      const before = clock.now() - deps.leaseSeconds * 1000
      const since = lostBefore
      lostBefore = before
      if (!changes.isAnythingWatched()) return
      const lost = await store.listAgentsLastHeard(database.db, { since, before }, MAX_AGENTS_LISTED)
      for (const agent of lost) changes.launchAgent(agent, 'state')
    },
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
    async pop(viewer, queue, agentWireId, hold) {
      const agent = agentWireId === null ? null : await service.requireOwn(viewer, agentWireId)
      if (agent !== null) await service.hearOf(agent, null)
      if (agent?.isStopping === true) return null
      const items = await leaseFor(
        agent,
        {
          queueIds: [queue.id],
          watchedQueueIds: (agent?.runQueueIds ?? []).filter((id) => id !== queue.id),
          limit: 1,
          takesRemovals: false,
        },
        hold,
      )
      return items[0] ?? null
    },
    async lease(viewer, agentWireId, limit, hold) {
      const agent = await service.requireOwn(viewer, agentWireId)
      await service.hearOf(agent, null)
      const queues = await Promise.all(agent.runQueueIds.map((id) => runQueue.queues.findByRowId(viewer, id)))
      const queueIds = queues.filter((queue) => queue !== null).map((queue) => queue.id)
      const isOpen = !agent.isStopping && queueIds.length > 0
      // An agent that ends gets nothing, but is held all the same: it would ask again at once.
      return leaseFor(
        agent,
        {
          queueIds: isOpen ? queueIds : [],
          watchedQueueIds: [],
          limit: Math.min(Math.max(1, limit), MAX_LEASED_AT_ONCE),
          takesRemovals: canRemoveInputs(agent),
        },
        hold,
      )
    },
    async heartbeat(viewer, agentWireId, beat, hold) {
      if (beat.itemIds.length > MAX_ITEMS_HELD) {
        throw new InvalidInputError(
          `Cannot take the heartbeat: it names ${beat.itemIds.length} items, more than ${MAX_ITEMS_HELD}. Run fewer items with one agent.`,
        )
      }
      const agent = await service.requireOwn(viewer, agentWireId)
      await service.hearOf(agent, beat.status)
      const holder = { id: agent.id, generation: agent.generation }
      const first = await runQueue.leases.renew(holder, beat.itemIds)
      await runQueue.leases.releaseAgent({ id: agent.id, beforeGeneration: agent.generation, keep: beat.itemIds })
      await runQueue.endForgottenItems(agent.id, beat.itemIds)
      return holdHeartbeat({
        itemIds: beat.itemIds,
        first,
        isStopping: async () => (await load(agent.id))?.isStopping ?? true,
        look: () => runQueue.leases.findHeld(agent.id, beat.itemIds),
        listen: () => runQueue.listen(`agent:${agent.id}`),
        signal: hold.signal,
        holdMs: holdMs(hold.waitSeconds ?? 0),
      })
    },
  }
  return service
}

function mayActFor(viewer: Viewer, agent: LaunchAgentRecord): boolean {
  return viewer.adminEntityIds.has(agent.entityId) || agent.createdBy === viewer.user.id
}
