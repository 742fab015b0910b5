import { InvalidInputError, NotAuthenticatedError } from '@slipway/core'
import { createApiClient } from '@slipway/sdk'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { readCaller } from '../connection.ts'
import { readSecret } from '../read-secret.ts'
import { startStatusLine } from '../status-line.ts'
import type { Terminal } from '../terminal.ts'
import { loginFilePath, writeLogin } from './login-file.ts'

/** Options of `slipway login`. */
export interface LoginOptions extends CommonOptions {
  readonly host: string
  readonly keyStdin?: boolean
  /** Refused: an argument can be seen by other users of the machine. */
  readonly key?: string
}

/** Checks a key with the server and remembers both. The key never comes as an argument, where other users could see it. */
export async function logIn(
  terminal: Terminal,
  words: readonly string[],
  options: LoginOptions,
): Promise<CommandResult> {
  if (words.length > 0 || options.key !== undefined) {
    throw new InvalidInputError(
      'Cannot take the API key as an argument: other users of this machine can see it there, and the shell keeps it. Leave it out to be asked for it, or give it on stdin with --key-stdin; make a new key if this one was real.',
    )
  }
  const baseUrl = readAddress(options.host)
  const apiKey = await readSecret(terminal, `API key for ${baseUrl}`, options.keyStdin === true)
  if (apiKey === '') throw new NotAuthenticatedError('Cannot log in: the API key is empty. Give it on stdin.')
  const login = { baseUrl, apiKey }
  using status = startStatusLine(terminal, `asking ${baseUrl}`)
  const caller = await readCaller(createApiClient(login), login)
  status.clear()
  const file = loginFilePath(terminal)
  await writeLogin(file, login)
  return {
    document: { baseUrl, username: caller.username, file },
    text: [
      `Logged in to ${baseUrl} as ${caller.username}. The key is in ${file}, which only you can read.`,
      ...hiddenBy(terminal),
      'The wandb client takes the same server and key with:',
      `  export WANDB_BASE_URL=${baseUrl}`,
      '  wandb login --relogin',
    ].join('\n'),
  }
}

// A login that does not count is a riddle unless it is said at once.
function hiddenBy({ environment }: Terminal): readonly string[] {
  const names = ['SLIPWAY_URL', 'SLIPWAY_API_KEY', 'WANDB_BASE_URL', 'WANDB_API_KEY'].filter(
    (name) => (environment[name] ?? '') !== '',
  )
  return names.length === 0 ? [] : [`Note: ${names.join(' and ')} of your environment come before it.`]
}

function readAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new InvalidInputError(
      `Cannot log in to "${text}": it is not an address of a server. Give one such as http://127.0.0.1:8080.`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new InvalidInputError('Cannot log in: the address holds a user name or a password. Give it without them.')
  }
  return text.replace(/\/+$/, '')
}
