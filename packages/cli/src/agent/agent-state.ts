import { showState } from '../show-state.ts'
import type { OutputStream } from '../terminal.ts'

/** What is known of how an agent stands. */
export interface AgentStanding {
  readonly agentStatus: string | null
  readonly stopPolling?: boolean | null
  /** What it has in work; where that is known it tells more than the agent's last word. */
  readonly items?: { readonly totalCount: number | null } | null
}

/** How an agent stands, in one word: `polling`, `running`, `draining`, `lost` or `ended`. */
export function agentState({ agentStatus, stopPolling, items }: AgentStanding): string {
  if (agentStatus === 'KILLED') return 'ended'
  if (agentStatus === 'LOST') return 'lost'
  if (stopPolling === true) return 'draining'
  if (items !== null && items !== undefined) return (items.totalCount ?? 0) > 0 ? 'running' : 'polling'
  return (agentStatus ?? 'polling').toLowerCase()
}

/** The same in its colour. */
export function showAgentState(stream: OutputStream, agent: AgentStanding): string {
  return showState(stream, agentState(agent))
}

/** Whether an agent is at work, as far as the server knows. */
export function isAlive(agent: AgentStanding): boolean {
  const state = agentState(agent)
  return state !== 'ended' && state !== 'lost'
}
