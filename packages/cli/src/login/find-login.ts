import { findLogin as findProgramLogin } from '@slipway/sdk/login'
import type { Terminal } from '../terminal.ts'
import type { Login } from './login-file.ts'

/** Finds which server to use as whom, as programs do. Throws NotAuthenticatedError without a login. */
export async function findLogin(terminal: Pick<Terminal, 'environment' | 'workingFolder'>): Promise<Login> {
  return findProgramLogin(terminal)
}
