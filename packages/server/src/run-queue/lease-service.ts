import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { GroupCommit, Lane } from '../database/group-commit.ts'
import type { Changes } from '../live/changes.ts'
import * as held from './held-item-store.ts'
import { claimItems, leaseItems, type ItemClaim, type Lessee } from './hot-item-store.ts'
import { findItem, hasFixedRunId } from './item-store.ts'
import type { LeasedItem, HeldItem } from './run-queue.ts'
import type { Wake } from './wake-relay.ts'
import { waitForWake, type WakeTopic, type WakeUps } from './wake-ups.ts'
import type { ItemAddress } from './wire-id.ts'

/** What a request for items wants. */
export interface LeaseRequest {
  readonly lessee: Lessee
  /** The queues to take from, the first one first. */
  readonly queueIds: readonly number[]
  /** Queues whose work ends the waiting without an item: the agent asks for them next. */
  readonly watchedQueueIds: readonly number[]
  readonly limit: number
  /** Whether the agent can delete inputs; it gets no item that does otherwise. */
  readonly takesRemovals: boolean
  /** How long to wait for an item, in milliseconds. */
  readonly holdMs: number
  /** Whose signal ends the waiting: the client hung up, or the server stops. It is asked for only to wait. */
  readonly hold: { readonly signal: AbortSignal }
}

/** Hands items out, each to one holder at a time. */
export interface LeaseService {
  /** Leases pending items; waits for the first when there is none. Empty when the time has passed. */
  lease(request: LeaseRequest): Promise<readonly LeasedItem[]>
  /** Claims an item for a run. False when somebody else holds or has ended it. */
  claim(claim: ItemClaim): Promise<boolean>
  /** Puts an item back whose lease never reached its agent. */
  release(item: LeasedItem, lessee: Lessee): Promise<void>
  /** Puts back what an agent has leased: all of it, or what earlier programs under its id leased. */
  releaseAgent(agent: {
    readonly id: number
    readonly beforeGeneration: number | null
    readonly keep: readonly number[]
  }): Promise<void>
  /** Renews the items that an agent names; answers with those that it holds. */
  renew(
    agent: { readonly id: number; readonly generation: number },
    itemIds: readonly number[],
  ): Promise<readonly HeldItem[]>
  /** What an agent holds of the items named, without renewing. */
  findHeld(launchAgentId: number, itemIds: readonly number[]): Promise<readonly HeldItem[]>
  /** Notes that a stock agent lives, for the items whose end it does not report. */
  renewUnattended(launchAgentId: number): Promise<void>
  /** Asks to stop all that an agent runs. */
  stopAllOf(launchAgentId: number): Promise<void>
  /** Puts back the items whose lease has ended. Called from time to time. */
  releaseExpired(): Promise<void>
}

interface QueueLessee extends Lessee {
  readonly queueId: number
  readonly takesRemovals: boolean
}

/** Creates the lease service. `wake` tells all servers of the installation; `wakeUps` are those of this one. */
export function createLeaseService(deps: {
  readonly database: Database
  readonly groupCommit: GroupCommit
  readonly clock: Clock
  readonly wakeUps: WakeUps
  readonly wake: Wake
  readonly changes: Changes
  readonly leaseSeconds: number
}): LeaseService {
  const { database, clock, wakeUps, changes } = deps

  const claimTogether = deps.groupCommit.lane(async (db, claims: readonly ItemClaim[]) => {
    // Of two claims of one item only the first may count, whatever the statement would make of them.
    const first = new Map<number, ItemClaim>()
    for (const claim of claims) if (!first.has(claim.id)) first.set(claim.id, claim)
    const claimed = await claimItems(db, database.dialect, [...first.values()], clock.now())
    return claims.map((claim) => first.get(claim.id) === claim && claimed.has(claim.id))
  })

  const takeTogether: Lane<QueueLessee, LeasedItem | undefined> = deps.groupCommit.lane(
    async (db, lessees: readonly QueueLessee[]) => {
      const now = clock.now()
      const times = { now, until: now + deps.leaseSeconds * 1000 }
      const found = new Map<QueueLessee, LeasedItem | undefined>()
      for (const [queueId, all] of Map.groupBy(lessees, (lessee) => lessee.queueId)) {
        for (const [takesRemovals, those] of Map.groupBy(all, (lessee) => lessee.takesRemovals)) {
          const items = await leaseItems(db, database.dialect, queueId, those, times, takesRemovals)
          for (const [index, lessee] of those.entries()) found.set(lessee, items[index])
        }
      }
      return lessees.map((lessee) => found.get(lessee))
    },
  )

  async function take(request: LeaseRequest): Promise<readonly LeasedItem[]> {
    const taken: LeasedItem[] = []
    for (const queueId of request.queueIds) {
      const room = Array.from({ length: request.limit - taken.length }, () =>
        takeTogether({ queueId, takesRemovals: request.takesRemovals, ...request.lessee }),
      )
      for (const item of await Promise.all(room)) {
        if (item === undefined) continue
        taken.push(item)
        changes.runQueueItem(item, 'state')
      }
      if (taken.length >= request.limit) break
    }
    return taken
  }

  /** Tells of items that wait again. */
  function putBack(items: readonly ItemAddress[]): void {
    for (const item of items) changes.runQueueItem(item, 'state')
    for (const [queueId, all] of Map.groupBy(items, (item) => item.runQueueId))
      deps.wake(`queue:${queueId}`, all.length)
  }

  /** Waits until there may be work, or the deadline; answers with the items when there was some already. */
  async function waitForWork(
    request: LeaseRequest,
    deadline: number,
  ): Promise<readonly LeasedItem[] | 'again' | 'over'> {
    const topics = request.queueIds.map((id): WakeTopic => `queue:${id}`)
    const watched = request.watchedQueueIds.map((id): WakeTopic => `queue:${id}`)
    const waiter = wakeUps.wait(topics, watched)
    // Looked at again only now: what was pushed before the waiter was there has woken nobody.
    const taken = await take(request)
    if (taken.length > 0 || (await hasWork(request.watchedQueueIds))) {
      waiter.leave()
      passOn(waiter.isWoken, topics)
      return taken.length > 0 ? taken : 'over'
    }
    const isWoken = await waitForWake(waiter, deadline - performance.now(), request.hold.signal)
    waiter.leave()
    if (isWoken) return 'again'
    passOn(waiter.isWoken, topics)
    return 'over'
  }

  /** A wake-up that came to somebody who does not use it goes to the next who waits. */
  function passOn(isWoken: boolean, topics: readonly WakeTopic[]): void {
    if (isWoken) for (const topic of topics) wakeUps.wake(topic, 1)
  }

  function hasWork(queueIds: readonly number[]): Promise<boolean> {
    return queueIds.length === 0 ? Promise.resolve(false) : held.hasPendingItems(database.db, queueIds)
  }

  const service: LeaseService = {
    async lease(request) {
      const first = await take(request)
      if (first.length > 0 || request.holdMs <= 0) return first
      const deadline = performance.now() + request.holdMs
      while (!request.hold.signal.aborted) {
        const outcome = await waitForWork(request, deadline)
        if (outcome === 'over') return []
        if (outcome === 'again') {
          const taken = await take(request)
          if (taken.length > 0) return taken
          // Woken for a queue that is only watched: the agent asks for it next.
          if (await hasWork(request.watchedQueueIds)) return []
        } else {
          return outcome
        }
      }
      return []
    },
    async claim(claim) {
      if (await claimTogether(claim)) {
        changes.runQueueItem(claim, 'state')
        return true
      }
      const item = await findItem(database.db, claim.id)
      if (item?.state !== 'claimed' || item.runQueueId !== claim.runQueueId || item.runName !== claim.runName)
        return false
      // The answer to the same claim may have been lost on its way. Without an agent's name only a run id that the agent
      // made up tells that it is the same one.
      if (claim.launchAgentId !== null) return item.isAttended && item.launchAgentId === claim.launchAgentId
      return !item.isAttended && !(await hasFixedRunId(database.db, claim.id))
    },
    async release(item, lessee) {
      const { id, leasedUntil } = item
      putBack(await held.releaseItem(database.db, { id, leasedUntil, launchAgentId: lessee.launchAgentId }))
    },
    async releaseAgent(agent) {
      putBack(await held.releaseItemsOfAgent(database.db, agent))
    },
    renew(agent, itemIds) {
      const now = clock.now()
      const times = { now, until: now + deps.leaseSeconds * 1000 }
      return held.renewItems(database.db, database.dialect, agent, itemIds, times)
    },
    findHeld: (launchAgentId, itemIds) => held.findHeldItems(database.db, launchAgentId, itemIds),
    renewUnattended: (launchAgentId) => held.renewUnattendedItems(database.db, launchAgentId, clock.now()),
    async stopAllOf(launchAgentId) {
      for (const item of await held.requestStopOfAgent(database.db, launchAgentId, clock.now()))
        changes.runQueueItem(item, 'state')
      await service.releaseAgent({ id: launchAgentId, beforeGeneration: null, keep: [] })
      deps.wake(`agent:${launchAgentId}`, Number.MAX_SAFE_INTEGER)
    },
    async releaseExpired() {
      putBack(await held.releaseExpiredItems(database.db, clock.now()))
    },
  }
  return service
}
