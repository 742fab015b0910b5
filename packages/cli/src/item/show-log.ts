import { CliItemProgressDocument } from '@slipway/api'
import type { ApiClient } from '@slipway/sdk'
import type { CommonOptions, CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { createColourFilter } from '../colour-filter.ts'
import { startStatusLine } from '../status-line.ts'
import type { Terminal } from '../terminal.ts'
import { followItem } from './follow-item.ts'
import { requireItem } from './require-item.ts'

/** Options of `slipway item logs`. */
export interface FollowLogOptions extends CommonOptions {
  readonly follow?: boolean
}

/** What an item that has printed nothing yet waits for. */
const WAITING: Readonly<Record<string, string>> = {
  pending: 'waiting for an agent',
  leased: 'an agent prepares it',
  claimed: 'waiting for output',
}

/**
 * Prints the output of an item's program, with `follow` until it has ended. The program's colours stay, unless `NO_COLOR`
 * is set.
 */
export async function showLog(
  terminal: Terminal,
  id: string,
  options: FollowLogOptions,
): Promise<CommandResult | number> {
  const { api } = await connect(terminal)
  const filter = createColourFilter(terminal.environment)
  let text = ''
  let state = ''
  using status = startStatusLine(terminal, 'reading the log')
  for await (const part of options.follow === true ? followItem(api, id) : readLog(api, id)) {
    state = part.state
    const news = part.log?.text ?? ''
    text += options.json === true ? news : ''
    status.clear()
    if (options.json !== true) terminal.stdout.write(filter(news))
    status.set(WAITING[state] ?? 'reading the log')
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
