import { CliItemWaitingDocument } from '@slipway/api'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { formatWaiting } from '../launch/explain-waiting.ts'
import type { Terminal } from '../terminal.ts'
import { requireItem } from './require-item.ts'

/** Says what an item waits for; of one that runs or has ended, that it does not wait. */
export async function explainItem(terminal: Terminal, id: string): Promise<CommandResult> {
  const { api } = await connect(terminal)
  const item = requireItem((await api.request(CliItemWaitingDocument, { id })).runQueueItem, id)
  const { waiting, runQueue } = item
  return {
    document: item,
    text:
      waiting === null
        ? `Item ${item.id} does not wait: it is ${item.state}${item.reason === null ? '.' : ` (${item.reason})`}`
        : formatWaiting(terminal, { resource: runQueue?.resource ?? null, waiting }),
  }
}
