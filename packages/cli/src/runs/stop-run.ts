import { CliCancelItemDocument, CliStopRunDocument } from '@slipway/api'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { findRun, type RunPlaceOptions } from './find-run.ts'

const LIVE_STATES: ReadonlySet<string> = new Set(['pending', 'running', 'preempting'])

/**
 * Asks the program of a run to end. One that an agent runs is ended by the agent, whatever the program does with the
 * request; others learn of it through the client.
 */
export async function stopRun(terminal: Terminal, id: string, options: RunPlaceOptions): Promise<CommandResult> {
  const connection = await connect(terminal)
  const run = await findRun(connection, id, options)
  const path = `${run.project?.entityName ?? ''}/${run.project?.name ?? ''}/${run.name}`
  const item = run.runQueueItem
  if (item?.state === 'claimed') {
    await connection.api.request(CliCancelItemDocument, { input: { runQueueItemId: item.id } })
    return {
      document: { run: path, wasRunning: true, runQueueItemId: item.id },
      text: `Run ${run.name} is asked to end, through its item ${item.id}. See it end with: slipway item show ${item.id}`,
    }
  }
  if (run.state === null || !LIVE_STATES.has(run.state)) {
    return {
      document: { run: path, wasRunning: false, runQueueItemId: item?.id ?? null },
      text: `Run ${run.name} has ended already: it is ${run.state ?? 'gone'}.`,
    }
  }
  await connection.api.request(CliStopRunDocument, { input: { id: run.id } })
  return {
    document: { run: path, wasRunning: true, runQueueItemId: item?.id ?? null },
    text: `Run ${run.name} is asked to end. See it end with: slipway run show ${run.name}`,
  }
}
