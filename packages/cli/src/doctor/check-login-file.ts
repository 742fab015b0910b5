import { stat } from 'node:fs/promises'
import type { LocatedLogin } from '../login/find-login.ts'
import { type Check, warn } from './check.ts'

/** Looks whether others can read the file with the key; null when they cannot, or there is no file. */
export async function checkLoginFile(login: LocatedLogin | null): Promise<Check | null> {
  if (login === null || login.keySource.kind === 'environment') return null
  const file = login.keySource.name
  const mode = await stat(file).then(
    (found) => found.mode,
    () => 0,
  )
  if ((mode & 0o077) === 0) return null
  return warn('login file', `other users of this machine can read ${file}`, `chmod 600 ${file}`)
}
