import { setTimeout as wait } from 'node:timers/promises'
import { retryDelayMs } from '@slipway/sdk'
import type { AgentApi } from './agent-api.ts'
import type { Log } from './log.ts'

/** What the heartbeat loop needs. */
export interface HeartbeatLoopDeps {
  /** The calls of the agent as it is registered now. */
  readonly api: () => AgentApi
  readonly log: Log
  /** The items that the agent holds now. */
  readonly itemIds: () => readonly string[]
  readonly stopItem: (itemId: string) => void
  readonly loseItem: (itemId: string) => void
  /** Called when the server asks the agent to take no more and to end. May be called again. */
  readonly drain: () => void
  /** Called after a failed call, with the time of its start by `performance.now`, for example to register again. */
  readonly recover: (error: unknown, startedAt: number) => Promise<void>
}

// A lease ends after 60 s without a heartbeat, so several may get lost.
const WAIT_SECONDS = 15
// A server that has something to say says it in each answer until it is done, which may take as long as a program needs
// to end. So an answer without news is followed by a pause.
const PAUSE_MS = 1000

// How long new items gather before a held call is sent again with their ids.
const REFRESH_MS = 250

/** The loop of heartbeats. */
export interface HeartbeatLoop {
  /** Sends a new heartbeat soon, since the server answers a held one only for the items that it named. */
  refresh(): void
  /** Resolves when the signal has ended the loop. */
  readonly done: Promise<void>
}

/** Tells the server that the agent lives and what it holds, and does what the answers ask for, until it is aborted. */
export function startHeartbeatLoop(deps: HeartbeatLoopDeps, signal: AbortSignal): HeartbeatLoop {
  let heard = new Set<string>()
  let held = new AbortController()
  let refreshing: NodeJS.Timeout | null = null

  async function beat(): Promise<void> {
    const startedAt = performance.now()
    held = new AbortController()
    const answer = await deps.api().heartbeat(deps.itemIds(), WAIT_SECONDS, AbortSignal.any([signal, held.signal]))
    const said = [...answer.stopItemIds.map((id) => `stop ${id}`), ...answer.lostItemIds.map((id) => `lost ${id}`)]
    const hasNews = said.some((text) => !heard.has(text))
    heard = new Set(said)
    for (const id of answer.stopItemIds) deps.stopItem(id)
    for (const id of answer.lostItemIds) deps.loseItem(id)
    if (answer.isDraining) deps.drain()
    const restMs = PAUSE_MS - (performance.now() - startedAt)
    if (!hasNews && restMs > 0) await wait(restMs, undefined, { signal })
  }

  async function loop(): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      const startedAt = performance.now()
      try {
        await beat()
        failures = 0
      } catch (error) {
        if (signal.aborted) return
        if (held.signal.aborted) continue
        failures += 1
        if (failures === 1) deps.log.warn({ error }, 'no heartbeat can be sent now; programs go on')
        await wait(retryDelayMs(failures), undefined, { signal }).catch(() => undefined)
        await deps.recover(error, startedAt)
      }
    }
  }

  return {
    done: loop().finally(() => clearTimeout(refreshing ?? undefined)),
    refresh() {
      refreshing ??= setTimeout(() => {
        refreshing = null
        held.abort()
      }, REFRESH_MS)
    },
  }
}
