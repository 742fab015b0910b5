import { InvalidInputError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Changes } from '../live/changes.ts'
import type { LeasedItem, RunQueueRecord } from '../run-queue/run-queue.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import { holdHeartbeat, type HeartbeatAnswer } from './held-heartbeat.ts'
import { canRemoveInputs, type LaunchAgentRecord } from './launch-agent.ts'

const MAX_LEASED_AT_ONCE = 100
const MAX_ITEMS_HELD = 10_000
/** The Python client gives up an answer after 19 seconds. */
const MAX_HOLD_SECONDS = 15

/** How long a request may be held, and what ends it early. */
export interface HoldOptions {
  /** Null takes the server's setting. */
  readonly waitSeconds: number | null
  readonly signal: AbortSignal
  /** Calls back when the answer did not reach the client. */
  readonly whenUndelivered: (callback: () => void) => void
}

/** What agents ask for: items, and what to do about those that they hold. */
export interface AgentWork {
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

/** Creates the part of the launch agent service that agents ask. `load` reads an agent, kept for a moment. */
export function createAgentWork(deps: {
  readonly runQueue: RunQueueService
  readonly changes: Changes
  readonly popHoldSeconds: number
  readonly leaseSeconds: number
  readonly requireOwn: (viewer: Viewer, wireId: string) => Promise<LaunchAgentRecord>
  readonly hearOf: (agent: LaunchAgentRecord, status: string | null) => Promise<void>
  readonly load: (id: number) => Promise<LaunchAgentRecord | null>
}): AgentWork {
  const { runQueue, changes, load } = deps

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

  return {
    async pop(viewer, queue, agentWireId, hold) {
      const agent = agentWireId === null ? null : await deps.requireOwn(viewer, agentWireId)
      if (agent !== null) await deps.hearOf(agent, null)
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
      const agent = await deps.requireOwn(viewer, agentWireId)
      await deps.hearOf(agent, null)
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
      const agent = await deps.requireOwn(viewer, agentWireId)
      await deps.hearOf(agent, beat.status)
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
}
