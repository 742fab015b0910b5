import { CliRunQueueDocument } from '@slipway/api'
import { type JsonValue, NotFoundError, stringifyJson } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { formatFields, formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { parseQueuePlace, QUEUE_PROJECT } from './queue-place.ts'

/** Options of `slipway queue show`. */
export interface ShowQueueOptions extends CommonOptions {
  readonly entity?: string
}

/** Shows one run queue with its config and agents. */
export async function showQueue(terminal: Terminal, name: string, options: ShowQueueOptions): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const { entityName, queueName } = parseQueuePlace(name, options.entity ?? caller.entityName)
  const answer = await api.request(CliRunQueueDocument, { entityName, projectName: QUEUE_PROJECT, name: queueName })
  const queue = answer.project?.runQueue ?? null
  if (queue === null) {
    throw new NotFoundError(
      `Cannot show run queue "${queueName}": ${entityName} has no such queue. List them with "slipway queue list".`,
    )
  }
  const { stdout } = terminal
  const variables = queue.defaultResourceConfig?.templateVariables ?? []
  return {
    document: queue,
    text: [
      formatFields(stdout, [
        ['Queue', queue.name],
        ['Entity', queue.entityName],
        ['Resource', queue.resource],
        ['Waiting', String(queue.pendingCount)],
        ['Running', String(queue.runningCount)],
        ['Priorities', queue.prioritizationMode === 'V0' ? 'critical, high, medium, low' : 'none'],
        ['State', queue.isPaused ? 'paused' : 'open'],
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
            ['AGENT', 'HOST', 'STATE'],
            queue.launchAgents.map((agent) => [agent.name ?? agent.id, agent.hostname ?? '', agent.agentStatus ?? '']),
          ),
    ].join('\n\n'),
  }
}
