import { setTimeout as wait } from 'node:timers/promises'
import { retryDelayMs } from '@slipway/sdk'
import type { AgentApi, LeasedItem } from './agent-api.ts'
import type { Log } from './log.ts'

/** What the lease loop needs. */
export interface LeaseLoopDeps {
  /** The calls of the agent as it is registered now. */
  readonly api: () => AgentApi
  readonly log: Log
  /** Waits until the agent has room and says for how many items. */
  readonly waitForRoom: (signal: AbortSignal) => Promise<number>
  readonly take: (item: LeasedItem) => void
  /** Called after a failed call, with the time of its start by `performance.now`, for example to register again. */
  readonly recover: (error: unknown, startedAt: number) => Promise<void>
}

// The longest that a server holds the call.
const WAIT_SECONDS = 15

/**
 * Leases items while the agent has room, until it is aborted. One call is always waiting at the server, so that an item
 * arrives as soon as it is pushed.
 */
export async function runLeaseLoop(deps: LeaseLoopDeps, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted;) {
    let startedAt = performance.now()
    try {
      const room = await deps.waitForRoom(signal)
      startedAt = performance.now()
      const items = await deps.api().lease(room, WAIT_SECONDS, signal)
      for (const item of items) deps.take(item)
      failures = 0
    } catch (error) {
      if (signal.aborted) return
      failures += 1
      if (failures === 1) deps.log.warn({ error }, 'no items can be leased now; trying again')
      await wait(retryDelayMs(failures), undefined, { signal }).catch(() => undefined)
      await deps.recover(error, startedAt)
    }
  }
}
