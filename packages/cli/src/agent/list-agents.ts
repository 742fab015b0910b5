import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showPlace } from '../entity-choice.ts'
import { chainListings, noteMore, type PagingOptions, readLimit } from '../paging.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { agentState, isAlive, showAgentState } from './agent-state.ts'
import { type AgentOptions, type ListedAgent, readAgents } from './find-agent.ts'

/** Options of `slipway agent list`. */
export interface ListAgentsOptions extends CommonOptions, AgentOptions, PagingOptions {
  readonly queue?: string
  readonly ended?: boolean
}

/** Lists launch agents: those at work, or with `ended` those of the last week too. */
export async function listAgents(terminal: Terminal, options: ListAgentsOptions): Promise<CommandResult> {
  const limit = readLimit(options, 'launch agents')
  const connection = await connect(terminal)
  const isListening = options.ended === true ? null : true
  // Which queues an agent listens to is looked at here, so that all of them are needed for one queue.
  const read = await readAgents(terminal, connection, {
    ...options,
    isListening,
    limit: options.queue === undefined ? limit : null,
  })
  const fitting = read.rows.filter(
    (agent) =>
      (options.ended === true || isAlive(agent)) &&
      (options.queue === undefined || agent.queues.some((queue) => queue.name === options.queue)),
  )
  const listing = chainListings([{ rows: fitting, hasMore: read.hasMore }], limit)
  noteMore(terminal, listing, 'launch agents')
  const agents = listing.rows
  const now = Date.now()
  const rows = agents.map((agent) => [
    agent.name ?? agent.id,
    agent.hostname ?? '-',
    showAgentState(terminal.stdout, agent),
    agent.queues.map((queue) => showPlace(connection.caller, queue.entityName, queue.name)).join(', ') || '-',
    String(agent.items?.totalCount ?? 0),
    showAge(agent.heartbeatAt, now),
    agent.createdBy ?? '-',
  ])
  const ended = options.ended === true ? '' : ' See those that have ended with: slipway agent list --ended'
  return {
    document: agents.map(describeAgent),
    text:
      rows.length === 0
        ? `No launch agent ${options.queue === undefined ? 'runs' : `listens to "${options.queue}"`}. Start one with: slipway agent start --queue ${options.queue ?? 'default'}${ended === '' ? '' : `\n${ended.trim()}`}`
        : formatTable(terminal.stdout, ['AGENT', 'HOST', 'STATE', 'QUEUES', 'ITEMS', 'HEARD OF', 'STARTED BY'], rows),
  }
}

/** An agent as programs read it. */
export function describeAgent({ items, queues, agentStatus: _status, stopPolling: _stopping, ...agent }: ListedAgent) {
  return {
    ...agent,
    state: agentState({ agentStatus: _status, stopPolling: _stopping, items }),
    queues: queues.map((queue) => `${queue.entityName}/${queue.name}`),
    itemCount: items?.totalCount ?? 0,
  }
}
