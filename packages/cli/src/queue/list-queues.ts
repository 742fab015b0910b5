import { CliRunQueuesDocument } from '@slipway/api'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { chooseEntities, requireEntity, showPlace } from '../entity-choice.ts'
import { showState } from '../show-state.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway queue list`. */
export interface ListQueuesOptions extends CommonOptions {
  readonly entity?: string
}

/** Lists run queues with what waits in them and what runs from them. */
export async function listQueues(terminal: Terminal, options: ListQueuesOptions): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const answers = await Promise.all(
    chooseEntities(caller, options.entity).map(async (entityName) => {
      const { entity } = await api.request(CliRunQueuesDocument, { entityName })
      return requireEntity(entity, 'run queues', entityName, caller).runQueues ?? []
    }),
  )
  const queues = answers.flat()
  const rows = queues.map((queue) => [
    showPlace(caller, queue.entityName, queue.name),
    showState(terminal.stdout, queue.isPaused ? 'paused' : 'open'),
    queue.resource ?? '-',
    String(queue.pendingCount),
    String(queue.runningCount),
    String(queue.launchAgents.length),
  ])
  return {
    document: queues,
    text:
      rows.length === 0
        ? 'No run queues yet. Make one with: slipway queue create default'
        : formatTable(terminal.stdout, ['QUEUE', 'STATE', 'RESOURCE', 'WAITING', 'RUNNING', 'AGENTS'], rows),
  }
}
