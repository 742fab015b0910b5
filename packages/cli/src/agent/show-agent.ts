import { CliLaunchAgentDocument } from '@slipway/api'
import { NotFoundError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showPath } from '../entity-choice.ts'
import { showState } from '../show-state.ts'
import { showAge } from '../show-time.ts'
import { formatFields, formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { showAgentState } from './agent-state.ts'
import { type AgentOptions, findAgent } from './find-agent.ts'
import { describeAgent } from './list-agents.ts'

/** Options of `slipway agent show`. */
export interface ShowAgentOptions extends CommonOptions, AgentOptions {}

/** Shows one launch agent with the items that it holds. */
export async function showAgent(terminal: Terminal, name: string, options: ShowAgentOptions): Promise<CommandResult> {
  const connection = await connect(terminal)
  const { id } = await findAgent(terminal, connection, name, 'show', options)
  const { launchAgent: agent } = await connection.api.request(CliLaunchAgentDocument, { id })
  if (agent === null) throw new NotFoundError(`Cannot show launch agent "${name}": it is not there any more.`)
  const { stdout } = terminal
  const now = Date.now()
  const { held, agentConfig, ...rest } = agent
  const items = held?.edges.flatMap(({ node }) => (node === null ? [] : [node])) ?? []
  const rows = items.map((item) => [
    item.id,
    showState(stdout, item.state),
    showPath(connection.caller, item.jobPath),
    item.runQueue?.name ?? '-',
    item.associatedRunId ?? '-',
    showAge(item.startedAt ?? item.claimedAt, now) || '-',
  ])
  return {
    document: { ...describeAgent(rest), config: agentConfig, items },
    text: [
      formatFields(stdout, [
        ['Agent', agent.name],
        ['State', showAgentState(stdout, agent)],
        ['Host', agent.hostname],
        ['Entity', agent.entityName],
        ['Queues', agent.queues.map((queue) => queue.name).join(', ') || 'none any more'],
        ['Started by', agent.createdBy],
        ['Started', agent.createdAt === null ? null : showAge(agent.createdAt, now)],
        ['Heard of', agent.heartbeatAt === null ? null : showAge(agent.heartbeatAt, now)],
        ['Version', agent.version],
        ['Config', agentConfig === null || agentConfig === undefined ? null : JSON.stringify(agentConfig)],
      ]),
      rows.length === 0
        ? 'It holds no items.'
        : formatTable(stdout, ['ITEM', 'STATE', 'JOB', 'QUEUE', 'RUN', 'STARTED'], rows),
    ].join('\n\n'),
  }
}
