import { InvalidInputError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { noteMore, type PagingOptions, readLimit } from '../paging.ts'
import type { Terminal } from '../terminal.ts'
import { formatItems } from './format-items.ts'
import { listRefusedLaunches } from './list-refused-launches.ts'
import { type ItemChoice, loadItems, resolveItemChoice } from './load-items.ts'
import { watchItems } from './watch-items.ts'

/** Options of `slipway item list`. */
export interface ListItemsOptions extends CommonOptions, PagingOptions, ItemChoice {
  readonly refused?: boolean
  readonly watch?: boolean
}

/** Lists run queue items, or the launches that were refused; with `watch` again and again until Ctrl-C. */
export async function listItems(terminal: Terminal, options: ListItemsOptions): Promise<CommandResult | number> {
  const limit = readLimit(options, 'items')
  const connection = await connect(terminal)
  if (options.refused === true) return listRefusedLaunches(terminal, connection, options)
  const query = await resolveItemChoice(connection, options)
  if (options.watch === true) {
    if (options.json === true || options.all === true) {
      throw new InvalidInputError('Cannot watch items with --json or --all: they list once. Leave --watch out.')
    }
    return watchItems(terminal, connection, query, limit ?? 0)
  }
  const listing = await loadItems(terminal, connection, query, limit)
  noteMore(terminal, listing, 'items')
  return { document: listing.rows, text: formatItems(terminal, connection.caller, listing.rows, options) }
}
