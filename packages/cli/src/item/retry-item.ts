import { CliRetryItemDocument } from '@slipway/api'
import {
  ANY_INPUTS,
  composeInputs,
  type ComposedInputs,
  formatInputAddress,
  readOverrides,
  UnavailableError,
} from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { type Connection, connect } from '../connection.ts'
import { formatProblem } from '../error-report.ts'
import { findSourceItem } from '../launch/find-source.ts'
import { watchLaunch } from '../launch/watch-launch.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway item retry`. */
export interface RetryItemOptions extends CommonOptions {
  readonly set: readonly string[]
  readonly force?: boolean
  readonly watch?: boolean
}

/** Launches an item again by its own spec, with other values where some are set. */
export async function retryItem(terminal: Terminal, id: string, options: RetryItemOptions): Promise<CommandResult> {
  const connection = await connect(terminal)
  const { api } = connection
  const changes = await readChanges(connection, id, options.set)
  const { retryRunQueueItem: retried } = await api.request(CliRetryItemDocument, {
    input: {
      runQueueItemId: id,
      force: options.force ?? false,
      overrides: changes === null ? null : writeChanges(changes),
    },
  })
  const item = retried?.runQueueItem ?? null
  if (item === null) throw new UnavailableError('Cannot launch again: the server gave no run queue item. Try again.')
  const notes = retried?.notes ?? []
  const lines = [
    ...notes.map((note) => `Note: ${formatProblem(note)}`),
    `Queued ${item.jobVersion?.path ?? item.jobPath ?? 'the image'} on "${item.runQueue?.name ?? ''}" again as item ${item.id}`,
  ]
  const document = { runQueueItemId: item.id, retryOf: id, notes }
  if (options.watch !== true) {
    return { document, text: [...lines, `Follow it with: slipway item logs ${item.id} --follow`].join('\n') }
  }
  terminal.stderr.write(`${lines.join('\n')}\n`)
  return watchLaunch(terminal, api, item.id, { document, isJson: options.json === true })
}

async function readChanges(
  connection: Connection,
  id: string,
  assignments: readonly string[],
): Promise<Pick<ComposedInputs, 'overrides' | 'removals'> | null> {
  if (assignments.length === 0) return null
  const { job } = await findSourceItem(connection, id)
  const inputs = job?.inputs ?? ANY_INPUTS
  return composeInputs(inputs, readOverrides(assignments, inputs, []))
}

/** The changes as the server takes them. */
function writeChanges({ overrides, removals }: Pick<ComposedInputs, 'overrides' | 'removals'>): string {
  return JSON.stringify({
    run_config: overrides.config,
    files: overrides.files,
    ...(removals.length === 0 ? {} : { removals: removals.map(formatInputAddress) }),
  })
}
