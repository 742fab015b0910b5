import { CliCancelItemDocument } from '@slipway/api'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { requireItem } from './require-item.ts'

/** Takes a waiting item back, or asks the one that runs to stop. */
export async function cancelItem(terminal: Terminal, id: string): Promise<CommandResult> {
  const { api } = await connect(terminal)
  const answer = await api.request(CliCancelItemDocument, { input: { runQueueItemId: id } })
  const item = requireItem(answer.cancelRunQueueItem?.runQueueItem ?? null, id)
  const isStopping = item.state === 'claimed'
  return {
    document: item,
    text: isStopping
      ? `The program of item ${id} is asked to stop. See it end with: slipway item show ${id}`
      : `Item ${id} is ${item.state}.`,
  }
}
