import { type JsonValue, stringifyJson } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { showAgentState } from '../agent/agent-state.ts'
import { connect } from '../connection.ts'
import { showState } from '../show-state.ts'
import { showAge } from '../show-time.ts'
import { formatFields, formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { type QueueOptions, requireQueue } from './require-queue.ts'

/** Options of `slipway queue show`. */
export interface ShowQueueOptions extends CommonOptions, QueueOptions {}

/** Shows one run queue with its config and agents. */
export async function showQueue(terminal: Terminal, name: string, options: ShowQueueOptions): Promise<CommandResult> {
  const queue = await requireQueue(await connect(terminal), name, 'show', options)
  const { stdout } = terminal
  const now = Date.now()
  const variables = queue.defaultResourceConfig?.templateVariables ?? []
  const { waiting: _waiting, ...document } = queue
  return {
    document,
    text: [
      formatFields(stdout, [
        ['Queue', queue.name],
        ['Entity', queue.entityName],
        ['State', showState(stdout, queue.isPaused ? 'paused' : 'open')],
        ['Resource', queue.resource],
        ['Waiting', String(queue.pendingCount)],
        ['Running', String(queue.runningCount)],
        ['Priorities', queue.prioritizationMode === 'V0' ? 'critical, high, medium, low' : 'none'],
        ['Access', queue.access === 'USER' ? 'only you' : 'everybody of the entity'],
        ['Created', queue.createdAt === null ? null : showAge(queue.createdAt, now)],
        ['Config', stringifyJson((queue.defaultResourceConfig?.config ?? {}) as JsonValue)],
      ]),
      ...(variables.length === 0
        ? []
        : [
            formatTable(
              stdout,
              ['TEMPLATE VARIABLE', 'SCHEMA'],
              variables.map((one) => [one.name, one.schema]),
            ),
          ]),
      queue.launchAgents.length === 0
        ? `No agent listens to it. Start one with: slipway agent start --queue ${queue.name}`
        : formatTable(
            stdout,
            ['AGENT', 'HOST', 'STATE', 'HEARD OF'],
            queue.launchAgents.map((agent) => [
              agent.name ?? agent.id,
              agent.hostname ?? '-',
              showAgentState(stdout, agent),
              showAge(agent.heartbeatAt, now),
            ]),
          ),
    ].join('\n\n'),
  }
}
