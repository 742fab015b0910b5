import { readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { InvalidInputError } from '@slipway/core/errors'
import type { Environment } from '../settings/launch-context.ts'

/** A server and the key of the person who uses it. */
export interface Login {
  readonly baseUrl: string
  readonly apiKey: string
}

/** The name of the file in a data folder by which programs and commands nearby find the server of that folder. */
export const LOCAL_LOGIN_FILE = 'client.json'

/** Where `slipway login` keeps the login: `SLIPWAY_CONFIG`, else `config.json` in the person's config folder. */
export function loginFilePath(environment: Environment): string {
  const chosen = environment['SLIPWAY_CONFIG']
  if (chosen !== undefined && chosen !== '') return chosen
  const home = environment['HOME'] ?? homedir()
  return join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'slipway', 'config.json')
}

/**
 * The login that `slipway start` left in the data folder `.slipway` of the working folder or of a folder above it; null
 * without one. A file of another user is passed over: it could send the key of this one to a stranger's server.
 */
export function findLocalLoginFile(workingFolder: string): string | null {
  for (let folder = resolve(workingFolder); ; folder = dirname(folder)) {
    const file = join(folder, '.slipway', LOCAL_LOGIN_FILE)
    const owner = statSync(file, { throwIfNoEntry: false })?.uid
    if (owner !== undefined && owner === process.getuid?.()) return file
    if (folder === dirname(folder)) return null
  }
}

/** Reads a login; null when there is no such file. Throws InvalidInputError when it holds something else. */
export function readLogin(file: string): Login | null {
  const text = readTextIfThere(file)
  if (text === null) return null
  const value = parse(text)
  if (isLogin(value)) return { baseUrl: value.baseUrl, apiKey: value.apiKey }
  throw new InvalidInputError(
    `Cannot read the login in "${file}": it must be {"baseUrl": ..., "apiKey": ...}. Log in again with "slipway login".`,
  )
}

/** The text of a file; null when there is none. */
export function readTextIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
    throw error
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isLogin(value: unknown): value is Login {
  return (
    typeof value === 'object' &&
    value !== null &&
    'baseUrl' in value &&
    typeof value.baseUrl === 'string' &&
    'apiKey' in value &&
    typeof value.apiKey === 'string'
  )
}
