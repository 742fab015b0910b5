import { CliCreateKeyDocument } from '@slipway/api'
import { UnavailableError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway admin key create`. */
export interface CreateKeyOptions extends CommonOptions {
  readonly user?: string
  readonly description?: string
}

/** Makes an API key, and shows it this once. */
export async function createKey(terminal: Terminal, options: CreateKeyOptions): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const username = options.user ?? caller.username
  const { generateApiKey: made } = await api.request(CliCreateKeyDocument, {
    input: { username, description: options.description ?? null },
  })
  const key = made?.apiKey ?? null
  if (key === null) throw new UnavailableError('Cannot create an API key: the server gave none. Try again.')
  return {
    document: { id: key.id, username, apiKey: key.name, description: options.description ?? null },
    text: `Created a key of "${username}". The API key, shown this once:\n${key.name}`,
  }
}
