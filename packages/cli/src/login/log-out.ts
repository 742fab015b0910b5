import { rm } from 'node:fs/promises'
import { NotAuthenticatedError } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import type { Terminal } from '../terminal.ts'
import { type LocatedLogin, locateLogin } from './find-login.ts'
import { loginFilePath, readLogin } from './login-file.ts'
import { describeSource } from './who-am-i.ts'

/** Forgets the login that `slipway login` kept, and says what still logs in. */
export async function logOut(terminal: Terminal): Promise<CommandResult> {
  const file = loginFilePath(terminal)
  const kept = await readLogin(file).catch(() => null)
  await rm(file, { force: true })
  const rest = await locateLogin(terminal).catch((error: unknown) => {
    if (error instanceof NotAuthenticatedError) return null
    throw error
  })
  return {
    document: {
      file,
      wasLoggedIn: kept !== null,
      baseUrl: kept?.baseUrl ?? null,
      remaining: rest === null ? null : { baseUrl: rest.baseUrl, keySource: rest.keySource },
    },
    text: [
      kept === null
        ? `There was no login in ${file}.`
        : `Logged out of ${kept.baseUrl}: removed ${file}. The key itself stays valid; revoke it with: slipway admin key revoke`,
      describeRest(rest),
    ].join('\n'),
  }
}

function describeRest(rest: LocatedLogin | null): string {
  if (rest === null) return 'Nothing else logs you in here.'
  return `Commands here still use ${rest.baseUrl}, with the key from ${describeSource(rest.keySource)}.`
}
