import { CliDeleteRunQueuesDocument } from '@slipway/api'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { confirm, type ConfirmOptions } from '../confirm.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { type QueueOptions, requireQueue } from './require-queue.ts'

/** Options of `slipway queue delete`. */
export interface DeleteQueueOptions extends CommonOptions, QueueOptions, ConfirmOptions {}

/** Deletes a run queue after a question. Items that wait in it are cancelled; what runs goes on. */
export async function deleteQueue(
  terminal: Terminal,
  name: string,
  options: DeleteQueueOptions,
): Promise<CommandResult> {
  const connection = await connect(terminal)
  const queue = await requireQueue(connection, name, 'delete', options)
  const waiting = queue.waiting?.totalCount ?? 0
  const items = `${waiting} waiting item${waiting === 1 ? '' : 's'}`
  await confirm(
    terminal,
    `Delete run queue "${queue.name}" of ${queue.entityName}${waiting === 0 ? '' : `, and cancel ${items}`}?`,
    options,
  )
  await connection.api.request(CliDeleteRunQueuesDocument, { input: { queueIDs: [queue.id] } })
  return {
    document: { name: queue.name, entityName: queue.entityName, cancelledItems: waiting },
    text: `Deleted run queue "${queue.name}" of ${queue.entityName}${waiting === 0 ? '' : ` and cancelled ${items}`}.`,
  }
}
