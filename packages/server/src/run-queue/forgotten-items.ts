import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { listUnnamedClaims } from './held-item-store.ts'

/** Finds the items that a living agent has claimed and does not know any more. */
export interface ForgottenItems {
  /**
   * Takes a heartbeat that names items, and answers with the claimed ones that the agent has forgotten: for as long as a
   * lease nobody has named them, and for half of that this server has seen heartbeats of their agent without them.
   *
   * One heartbeat proves nothing: it may have been written before the answer to a claim arrived, or after the report of an
   * item's end was sent, and a machine that was suspended in between delivers it hours later. Then the next ones name the
   * item, or the report arrives; neither takes as long as half a lease, during which both are tried again and again.
   */
  afterHeartbeat(launchAgentId: number, itemIds: readonly number[]): Promise<readonly number[]>
}

/** Creates the search. What it remembers is lost with the server, and then only found out later. */
export function createForgottenItems(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly leaseSeconds: number
}): ForgottenItems {
  const leaseMs = deps.leaseSeconds * 1000
  const missedSince = new Map<number, ReadonlyMap<number, number>>()
  return {
    async afterHeartbeat(launchAgentId, itemIds) {
      const now = deps.clock.now()
      const unnamed = await listUnnamedClaims(deps.database.db, launchAgentId, itemIds, now - leaseMs)
      const before = missedSince.get(launchAgentId)
      const since = new Map(unnamed.map((id) => [id, before?.get(id) ?? now]))
      if (since.size === 0) missedSince.delete(launchAgentId)
      else missedSince.set(launchAgentId, since)
      return unnamed.filter((id) => now - (since.get(id) ?? now) >= leaseMs / 2)
    },
  }
}
