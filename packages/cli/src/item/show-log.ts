import { CliItemProgressDocument } from '@slipway/api'
import type { ApiClient } from '@slipway/sdk'
import type { CommonOptions, CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { followItem } from './follow-item.ts'
import { requireItem } from './require-item.ts'

/** Options of `slipway item logs`. */
export interface FollowLogOptions extends CommonOptions {
  readonly follow?: boolean
}

/** Prints the output of an item's program; with `follow` until it has ended. */
export async function showLog(
  terminal: Terminal,
  id: string,
  options: FollowLogOptions,
): Promise<CommandResult | number> {
  const { api } = await connect(terminal)
  let text = ''
  let state = ''
  for await (const part of options.follow === true ? followItem(api, id) : readLog(api, id)) {
    state = part.state
    if (options.json === true) text += part.log?.text ?? ''
    else terminal.stdout.write(part.log?.text ?? '')
  }
  return options.json === true ? { document: { id, state, text }, text: '' } : 0
}

async function* readLog(api: ApiClient, id: string) {
  let offset = 0
  while (true) {
    const item = requireItem((await api.request(CliItemProgressDocument, { id, offset })).runQueueItem, id)
    yield item
    const next = item.log?.nextOffset ?? offset
    if (next === offset) return
    offset = next
  }
}
