import { CliRunQueuesDocument } from '@slipway/api'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway queue list`. */
export interface ListQueuesOptions extends CommonOptions {
  readonly entity?: string
}

/** Lists run queues with what waits in them and what runs from them. */
export async function listQueues(terminal: Terminal, options: ListQueuesOptions): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const entityNames = options.entity === undefined ? caller.entityNames : [options.entity]
  const answers = await Promise.all(entityNames.map((entityName) => api.request(CliRunQueuesDocument, { entityName })))
  const queues = answers.flatMap(({ entity }) => entity?.runQueues ?? [])
  const rows = queues.map((queue) => [
    queue.name,
    queue.entityName,
    queue.resource ?? '',
    String(queue.pendingCount),
    String(queue.runningCount),
    String(queue.launchAgents.length),
    queue.isPaused ? 'paused' : '',
  ])
  return {
    document: queues,
    text:
      rows.length === 0
        ? 'No run queues yet. Make one with: slipway queue create default'
        : formatTable(terminal.stdout, ['QUEUE', 'ENTITY', 'RESOURCE', 'WAITING', 'RUNNING', 'AGENTS', ''], rows),
  }
}
