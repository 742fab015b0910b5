/** How an agent stands: `draining` from when it was asked to end until it has. */
export type AgentState = 'polling' | 'running' | 'draining' | 'lost' | 'ended'

/** How an agent stands, from what the API tells of it. */
export function agentState({
  agentStatus,
  stopPolling,
}: {
  readonly agentStatus?: string | null
  readonly stopPolling?: boolean | null
}): AgentState {
  if (agentStatus === 'KILLED') return 'ended'
  if (agentStatus === 'LOST') return 'lost'
  if (stopPolling === true) return 'draining'
  return agentStatus === 'RUNNING' ? 'running' : 'polling'
}
