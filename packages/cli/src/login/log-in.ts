import { InvalidInputError, NotAuthenticatedError } from '@slipway/core'
import { createApiClient } from '@slipway/sdk'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { readCaller } from '../connection.ts'
import { readSecret } from '../read-secret.ts'
import type { Terminal } from '../terminal.ts'
import { loginFilePath, writeLogin } from './login-file.ts'

/** Options of `slipway login`. */
export interface LoginOptions extends CommonOptions {
  readonly host: string
}

/** Checks a key with the server and remembers both. The key never comes as an argument, where other users could see it. */
export async function logIn(terminal: Terminal, options: LoginOptions): Promise<CommandResult> {
  const baseUrl = readAddress(options.host)
  const apiKey = await readSecret(terminal, `API key for ${baseUrl}`)
  if (apiKey === '') throw new NotAuthenticatedError('Cannot log in: the API key is empty. Give it on stdin.')
  const login = { baseUrl, apiKey }
  const caller = await readCaller(createApiClient(login), login)
  const file = loginFilePath(terminal)
  await writeLogin(file, login)
  return {
    document: { baseUrl, username: caller.username, file },
    text: `Logged in to ${baseUrl} as ${caller.username}.
The wandb client takes the same server and key with:
  export WANDB_BASE_URL=${baseUrl}
  wandb login --relogin`,
  }
}

function readAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new InvalidInputError(
      `Cannot log in to "${text}": it is not an address of a server. Give one such as http://127.0.0.1:8080.`,
    )
  }
  return text.replace(/\/+$/, '')
}
