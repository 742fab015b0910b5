import { CliRevokeKeyDocument } from '@slipway/api'
import { InvalidInputError, NotFoundError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { confirm, type ConfirmOptions } from '../confirm.ts'
import { type Connection, connect } from '../connection.ts'
import { findLogin } from '../login/find-login.ts'
import { showAge } from '../show-time.ts'
import type { Terminal } from '../terminal.ts'
import { keysOf, type ListedKey, readUsers, requireUser } from './load-users.ts'

/** Options of `slipway admin key revoke`. */
export interface RevokeKeyOptions extends CommonOptions, ConfirmOptions {
  readonly user?: string
  readonly allKeys?: boolean
}

interface OwnedKey extends ListedKey {
  readonly username: string
}

/** Revokes a key by its id or its first characters, or all keys of a user, after a question. */
export async function revokeKeys(
  terminal: Terminal,
  text: string | undefined,
  options: RevokeKeyOptions,
): Promise<CommandResult> {
  const connection = await connect(terminal)
  const keys = await chooseKeys(terminal, connection, text, options)
  const now = Date.now()
  const own = (await findLogin(terminal)).apiKey
  const shown = keys.map((key) => {
    const isOwn = own.startsWith(prefixOf(key)) && key.username === connection.caller.username
    const used = key.lastUsedAt === null ? 'never used' : `last used ${showAge(key.lastUsedAt, now)}`
    return `${key.name} of "${key.username}" (${used}${isOwn ? '; perhaps the one that you use now' : ''})`
  })
  await confirm(
    terminal,
    `Revoke ${shown.join(', ')}? Whoever uses ${keys.length === 1 ? 'it' : 'them'} is refused from then on.`,
    options,
  )
  for (const { id } of keys) await connection.api.request(CliRevokeKeyDocument, { input: { id } })
  return {
    document: { revoked: keys.map(({ id, name, username }) => ({ id, prefix: name, username })) },
    text: keys.map((key) => `Revoked key ${key.name} of "${key.username}".`).join('\n'),
  }
}

async function chooseKeys(
  terminal: Terminal,
  connection: Connection,
  text: string | undefined,
  options: RevokeKeyOptions,
): Promise<readonly OwnedKey[]> {
  const { caller } = connection
  const users =
    options.user === undefined && caller.isAdmin && options.allKeys !== true
      ? (await readUsers(terminal, connection, null)).rows
      : [await requireUser(connection, options.user ?? caller.username, 'revoke keys')]
  const all = users.flatMap((user) => keysOf(user).map((key) => ({ ...key, username: user.username ?? '-' })))
  if (options.allKeys === true) {
    if (text !== undefined || options.user === undefined) {
      throw new InvalidInputError('Cannot revoke all keys: say whose with --user, and name no key beside --all-keys.')
    }
    if (all.length > 0) return all
    throw new NotFoundError(`Cannot revoke the keys of "${options.user}": there are none.`)
  }
  if (text === undefined) {
    throw new InvalidInputError(
      'Cannot tell which key to revoke: give its id or its first characters, or --all-keys with --user.',
    )
  }
  if (text.length > 20) {
    throw new InvalidInputError('Cannot take a whole API key as an argument: give its id, or its first ten characters.')
  }
  const byId = all.filter((key) => key.id === text)
  const found = byId.length > 0 ? byId : all.filter((key) => text.length >= 3 && prefixOf(key).startsWith(text))
  const [only, ...others] = found
  if (only === undefined) {
    throw new NotFoundError(
      `Cannot revoke key "${text}": there is none of that id or beginning. List them with "slipway admin key list".`,
    )
  }
  if (others.length === 0) return [only]
  const choices = found.slice(0, 10).map((key) => `${key.id} (${key.name} of ${key.username})`)
  throw new InvalidInputError(`Cannot tell which key "${text}" is meant: there are ${choices.join(', ')}. Give the id.`)
}

function prefixOf(key: ListedKey): string {
  return key.name.replace(/\.+$/, '')
}
