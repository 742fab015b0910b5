import { findLogin as findProgramLogin, type LocatedLogin, locateLogin as locateProgramLogin } from '@slipway/sdk/login'
import type { Terminal } from '../terminal.ts'
import type { Login } from './login-file.ts'

export type { LocatedLogin, LoginSource } from '@slipway/sdk/login'

/** Finds which server to use as whom, as programs do. Throws NotAuthenticatedError without a login. */
export async function findLogin(terminal: Pick<Terminal, 'environment' | 'workingFolder'>): Promise<Login> {
  return findProgramLogin(terminal)
}

/** The same, with where each part comes from. */
export async function locateLogin(terminal: Pick<Terminal, 'environment' | 'workingFolder'>): Promise<LocatedLogin> {
  return locateProgramLogin(terminal)
}
