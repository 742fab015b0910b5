import { CliUpdateUserDocument } from '@slipway/api'
import { InvalidInputError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { requireUser } from './load-users.ts'

/** Options of `slipway admin user update`. */
export interface UpdateUserOptions extends CommonOptions {
  /** False with `--no-admin`. */
  readonly admin?: boolean
  readonly email?: string
}

/** Makes a user an administrator or not, or sets the e-mail address. */
export async function updateUser(terminal: Terminal, name: string, options: UpdateUserOptions): Promise<CommandResult> {
  const { admin, email } = options
  if (admin === undefined && email === undefined) {
    throw new InvalidInputError(`Cannot change user "${name}": nothing was given. Give --admin, --no-admin or --email.`)
  }
  const connection = await connect(terminal)
  await requireUser(connection, name, 'change anything')
  const { updateUser: changed } = await connection.api.request(CliUpdateUserDocument, {
    input: { username: name, admin: admin ?? null, email: email ?? null },
  })
  const user = changed?.user ?? null
  return {
    document: { username: name, isAdmin: user?.admin === true, email: user?.email ?? null },
    text: `User "${name}" is ${user?.admin === true ? 'an administrator' : 'no administrator'}${user?.email === null || user?.email === undefined ? '' : `, e-mail ${user.email}`}.`,
  }
}
