import { CliCancelItemDocument } from '@slipway/api'
import { KnownError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { exitCodeByError } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'
import { requireItem } from './require-item.ts'

/** Options of `slipway item cancel`. */
export type CancelItemsOptions = CommonOptions

type CancelledItem = Awaited<ReturnType<typeof cancelOne>>

/**
 * Takes waiting items back, and asks those that run to stop. One that cannot be cancelled keeps none of the others; the exit
 * code is then that of the first failure.
 */
export async function cancelItems(terminal: Terminal, ids: readonly string[]): Promise<CommandResult> {
  const { api } = await connect(terminal)
  const [only, ...others] = ids
  if (only !== undefined && others.length === 0) {
    const item = await cancelOne(api, only)
    return { document: item, text: describe(item) }
  }
  const lines: string[] = []
  const documents: object[] = []
  let exitCode = 0
  for (const id of new Set(ids)) {
    try {
      const item = await cancelOne(api, id)
      lines.push(describe(item))
      documents.push(item)
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      lines.push(error.message)
      documents.push({ id, error: { code: error.code, message: error.message } })
      if (exitCode === 0) exitCode = exitCodeByError[error.code]
    }
  }
  return { document: documents, text: lines.join('\n'), exitCode }
}

async function cancelOne(api: ApiClient, id: string) {
  const answer = await api.request(CliCancelItemDocument, { input: { runQueueItemId: id } })
  return requireItem(answer.cancelRunQueueItem?.runQueueItem ?? null, id)
}

function describe({ id, state }: CancelledItem): string {
  if (state === 'claimed') {
    return `The program of item ${id} is asked to stop. See it end with: slipway item show ${id}`
  }
  return state === 'cancelled' ? `Cancelled item ${id}.` : `Item ${id} is ${state} already.`
}
