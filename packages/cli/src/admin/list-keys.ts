import { NotAllowedError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { chainListings, noteMore, type PagingOptions, readLimit } from '../paging.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { keysOf, readUsers, requireUser } from './load-users.ts'

/** Options of `slipway admin key list`. */
export interface ListKeysOptions extends CommonOptions, PagingOptions {
  readonly user?: string
  readonly allUsers?: boolean
}

/** Lists API keys by their first characters: your own, those of a user, or all. */
export async function listKeys(terminal: Terminal, options: ListKeysOptions): Promise<CommandResult> {
  const limit = readLimit(options, 'keys')
  const connection = await connect(terminal)
  const { caller } = connection
  if (options.allUsers === true && !caller.isAdmin) {
    throw new NotAllowedError('Cannot list the keys of all users: only an administrator may. Leave --all-users out.')
  }
  const users =
    options.allUsers === true
      ? (await readUsers(terminal, connection, limit)).rows
      : [await requireUser(connection, options.user ?? caller.username, 'list the keys')]
  const all = users.flatMap((user) => keysOf(user).map((key) => ({ ...key, username: user.username ?? '-' })))
  const listing = chainListings([{ rows: all, hasMore: false }], limit)
  noteMore(terminal, listing, 'keys')
  const keys = listing.rows
  const now = Date.now()
  const rows = keys.map((key) => [
    key.id,
    key.name,
    key.username,
    key.description ?? '-',
    showAge(key.createdAt, now),
    key.lastUsedAt === null ? 'never' : showAge(key.lastUsedAt, now),
  ])
  return {
    document: keys.map(({ name, ...key }) => ({ ...key, prefix: name })),
    text:
      rows.length === 0
        ? 'No keys. Create one with: slipway admin key create'
        : formatTable(terminal.stdout, ['ID', 'KEY', 'USER', 'DESCRIPTION', 'CREATED', 'LAST USED'], rows),
  }
}
