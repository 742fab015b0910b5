import { CliPauseRunQueueDocument, CliResumeRunQueueDocument } from '@slipway/api'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { type QueueOptions, requireQueue } from './require-queue.ts'

/** Options of `slipway queue pause` and `slipway queue resume`. */
export interface PauseQueueOptions extends CommonOptions, QueueOptions {}

/** Keeps agents from taking items of a queue; what runs goes on, and launches are still queued. */
export async function pauseQueue(terminal: Terminal, name: string, options: PauseQueueOptions): Promise<CommandResult> {
  const connection = await connect(terminal)
  const queue = await requireQueue(connection, name, 'pause', options)
  await connection.api.request(CliPauseRunQueueDocument, { input: { queueID: queue.id } })
  const { name: queueName, entityName, pendingCount, runningCount } = queue
  return {
    document: { name: queueName, entityName, isPaused: true, wasPaused: queue.isPaused },
    text: queue.isPaused
      ? `Run queue "${queueName}" is paused already.`
      : `Paused run queue "${queueName}": ${count(pendingCount, 'item')} wait, ${runningCount} in work go on. Resume it with: slipway queue resume ${name}`,
  }
}

/** Lets agents take items of a queue again. */
export async function resumeQueue(
  terminal: Terminal,
  name: string,
  options: PauseQueueOptions,
): Promise<CommandResult> {
  const connection = await connect(terminal)
  const queue = await requireQueue(connection, name, 'resume', options)
  await connection.api.request(CliResumeRunQueueDocument, { input: { queueID: queue.id } })
  const { name: queueName, entityName, pendingCount } = queue
  return {
    document: { name: queueName, entityName, isPaused: false, wasPaused: queue.isPaused },
    text: queue.isPaused
      ? `Resumed run queue "${queueName}": ${count(pendingCount, 'item')} waited.`
      : `Run queue "${queueName}" is not paused.`,
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
