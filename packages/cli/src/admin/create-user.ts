import { CliCreateUserDocument } from '@slipway/api'
import { InvalidInputError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { readSecret } from '../read-secret.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway admin user create`. */
export interface CreateUserOptions extends CommonOptions {
  readonly apiKey?: string
  readonly email?: string
  readonly admin?: boolean
}

/** Makes a user. A new key is shown this once; an imported one is not shown again. */
export async function createUser(terminal: Terminal, name: string, options: CreateUserOptions): Promise<CommandResult> {
  if (options.apiKey !== undefined && options.apiKey !== '-') {
    throw new InvalidInputError(
      'Cannot take the API key as an argument: other users of this machine can see it there. Give --api-key - and the key on stdin.',
    )
  }
  const { api } = await connect(terminal)
  const apiKey = options.apiKey === '-' ? await readSecret(terminal, `API key of ${name}`) : undefined
  const { createUser: created } = await api.request(CliCreateUserDocument, {
    input: {
      username: name,
      email: options.email ?? null,
      apiKey: apiKey ?? null,
      admin: options.admin === true,
    },
  })
  const key = created?.apiKey ?? null
  const kind = options.admin === true ? 'administrator' : 'user'
  return {
    document: { username: name, isAdmin: options.admin === true, apiKey: key },
    text:
      key === null
        ? `Created ${kind} "${name}" with the given API key.`
        : `Created ${kind} "${name}". The API key, shown this once:\n${key}`,
  }
}
