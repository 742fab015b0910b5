import { InvalidInputError } from '@slipway/core'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import { toLaunchAgentStatus, type LaunchAgentRecord } from './launch-agent.ts'
import * as store from './launch-agent-store.ts'

/** A heartbeat within this time of the last one is not written: a busy agent calls many times a second. */
const HEARTBEAT_WRITE_MS = 2000
const MAX_AGENTS_TOLD_OF = 1000

/** Which agents live, as far as the server has heard of them. */
export interface AgentHeartbeats {
  /** POLLING, RUNNING, KILLED, or LOST when the agent was not heard of for as long as a lease. */
  statusOf(agent: LaunchAgentRecord): string
  /** Notes that the agent lives. A stock agent says so by everything that it asks. */
  hearOf(agent: LaunchAgentRecord, status: string | null): Promise<void>
  /** Tells those who watch of agents that became LOST, which nobody does. Called from time to time. */
  tellOfLostAgents(): Promise<void>
}

/** Creates the heartbeats. `renewUnattended` renews the leases of agents that send no heartbeats, `forget` what is kept of an agent. */
export function createAgentHeartbeats(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly changes: Changes
  readonly leaseSeconds: number
  readonly renewUnattended: (agentId: number) => Promise<unknown>
  readonly forget: (agentId: number) => void
}): AgentHeartbeats {
  const { database, clock, changes } = deps
  const heardAt = new Map<number, number>()
  let lostBefore = clock.now() - deps.leaseSeconds * 1000

  const heartbeats: AgentHeartbeats = {
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
      const wasLost = heartbeats.statusOf(agent) === 'LOST'
      heardAt.set(agent.id, now)
      if (hasNews) deps.forget(agent.id)
      await store.updateAgent(database.db, agent.id, {
        heartbeat_at: now,
        ...(named === null ? {} : { status: named }),
      })
      if (hasNews || wasLost) changes.launchAgent(agent, 'state')
      await deps.renewUnattended(agent.id)
    },
    async tellOfLostAgents() {
      const before = clock.now() - deps.leaseSeconds * 1000
      const since = lostBefore
      lostBefore = before
      if (!changes.isAnythingWatched()) return
      const lost = await store.listAgentsLastHeard(database.db, { since, before }, MAX_AGENTS_TOLD_OF)
      for (const agent of lost) changes.launchAgent(agent, 'state')
    },
  }
  return heartbeats
}
