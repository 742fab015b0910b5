import { showState } from '../show-state.ts'
import type { OutputStream } from '../terminal.ts'

/** What is known of how an agent stands. */
export interface AgentStanding {
  readonly agentStatus: string | null
  readonly stopPolling?: boolean | null
}

/** How an agent stands, in one word: `polling`, `running`, `draining`, `lost` or `ended`. */
export function agentState({ agentStatus, stopPolling }: AgentStanding): string {
  if (agentStatus === 'KILLED') return 'ended'
  if (agentStatus === 'LOST') return 'lost'
  if (stopPolling === true) return 'draining'
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
