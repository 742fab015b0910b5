import { NotAllowedError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { noteMore, type PagingOptions, readLimit } from '../paging.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { keysOf, lastSeen, readUsers, teamsOf } from './load-users.ts'

/** Options of `slipway admin user list`. */
export interface ListUsersOptions extends CommonOptions, PagingOptions {}

/** Lists users with their teams and when they were last heard of. */
export async function listUsers(terminal: Terminal, options: ListUsersOptions): Promise<CommandResult> {
  const limit = readLimit(options, 'users')
  const connection = await connect(terminal)
  if (!connection.caller.isAdmin) {
    throw new NotAllowedError('Cannot list users: only an administrator may. See yourself with "slipway whoami".')
  }
  const listing = await readUsers(terminal, connection, limit)
  noteMore(terminal, listing, 'users')
  const users = listing.rows
  const now = Date.now()
  const rows = users.map((user) => [
    user.username ?? '-',
    user.admin === true ? 'administrator' : 'user',
    user.email ?? '-',
    teamsOf(user).join(', ') || '-',
    String(keysOf(user).length),
    lastSeen(user) === null ? 'never' : showAge(lastSeen(user), now),
    showAge(user.createdAt, now),
  ])
  return {
    document: users.map((user) => ({
      username: user.username,
      isAdmin: user.admin === true,
      email: user.email,
      teams: teamsOf(user),
      keyCount: keysOf(user).length,
      lastSeenAt: lastSeen(user),
      createdAt: user.createdAt,
    })),
    text: formatTable(terminal.stdout, ['USER', 'ROLE', 'E-MAIL', 'TEAMS', 'KEYS', 'LAST SEEN', 'CREATED'], rows),
  }
}
