import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Terminal } from '../terminal.ts'

/** A server and the key of the person who uses it. */
export interface Login {
  readonly baseUrl: string
  readonly apiKey: string
}

/** The name of the file in a data folder by which commands started nearby find the server of that folder. */
export const LOCAL_LOGIN_FILE = 'client.json'

/** Where `slipway login` keeps the login: `SLIPWAY_CONFIG`, else `config.json` in the person's config folder. */
export function loginFilePath({ environment }: Pick<Terminal, 'environment'>): string {
  const chosen = environment['SLIPWAY_CONFIG']
  if (chosen !== undefined && chosen !== '') return chosen
  const home = environment['HOME'] ?? homedir()
  return join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'slipway', 'config.json')
}

/**
 * The login that `slipway start` left in the data folder `.slipway` of the working folder or of a folder above it; null
 * without one. A file of another user is passed over: it could send the key of this one to a stranger's server.
 */
export async function findLocalLoginFile(workingFolder: string): Promise<string | null> {
  for (let folder = resolve(workingFolder); ; folder = dirname(folder)) {
    const file = join(folder, '.slipway', LOCAL_LOGIN_FILE)
    const owner = await stat(file).then(
      ({ uid }) => uid,
      () => null,
    )
    if (owner !== null && owner === process.getuid?.()) return file
    if (folder === dirname(folder)) return null
  }
}

/** Reads a login; null when there is no such file. Throws InvalidInputError when it holds something else. */
export async function readLogin(file: string): Promise<Login | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
    throw error
  })
  if (text === null) return null
  const value = parse(text)
  if (!isLogin(value)) {
    // Loaded only now: completion reads the login too, and has no time for the whole input model.
    const { InvalidInputError } = await import('@slipway/core')
    throw new InvalidInputError(
      `Cannot read the login in "${file}": it must be {"baseUrl": ..., "apiKey": ...}. Log in again with "slipway login".`,
    )
  }
  return { baseUrl: value.baseUrl, apiKey: value.apiKey }
}

/** Writes a login that only its owner can read. */
export async function writeLogin(file: string, login: Login): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}`
  await writeFile(temporary, `${JSON.stringify({ baseUrl: login.baseUrl, apiKey: login.apiKey }, null, 2)}\n`, {
    mode: 0o600,
  })
  await chmod(temporary, 0o600)
  await rename(temporary, file)
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
