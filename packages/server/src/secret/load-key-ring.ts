import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidInputError } from '@slipway/core'
import type { DatabaseLocation } from '../database/open-database.ts'
import { createKey, createKeyRing, parseKeys, type KeyRing } from './key-ring.ts'

/** Where the keys of the secrets come from: given as text, or in a file. */
export type SecretKeySource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string }

const KEY_FILE = 'secret-key'

/**
 * Loads the keys of the secrets. Where none are given, a server on SQLite makes one in its data folder, readable by the
 * owner only. On Postgres there may be other servers, which could not read what this one seals: there it is null.
 */
export async function loadKeyRing(config: {
  readonly source: SecretKeySource | null
  readonly dataFolder: string
  readonly database: DatabaseLocation
}): Promise<KeyRing | null> {
  const { source, dataFolder, database } = config
  if (source?.kind === 'text') return ringOf(source.text, 'SLIPWAY_SECRET_KEY')
  if (source?.kind === 'file') return ringOf(await readKeyFile(source.path), `"${source.path}"`)
  if (database.kind === 'postgres') return null
  const file = join(dataFolder, KEY_FILE)
  return ringOf((await readIfThere(file)) ?? (await makeKeyFile(file)), `"${file}"`)
}

function ringOf(text: string, source: string): KeyRing {
  const [current, ...older] = parseKeys(text, source)
  if (current === undefined) throw new InvalidInputError(`Cannot use the key of the secrets in ${source}: it is empty.`)
  return createKeyRing([current, ...older])
}

async function readKeyFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'it cannot be read'
    throw new InvalidInputError(
      `Cannot read the key of the secrets in "${path}": ${reason}. Correct SLIPWAY_SECRET_KEY_FILE.`,
      { cause },
    )
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

// Whole under another name first, and linked only where there is none: a key must be neither cut off nor replaced.
async function makeKeyFile(file: string): Promise<string> {
  const temporary = `${file}.${process.pid}`
  await writeFile(temporary, `${createKey().toString('base64')}\n`, { mode: 0o600, flush: true })
  await chmod(temporary, 0o600)
  await link(temporary, file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  await rm(temporary)
  return readFile(file, 'utf8')
}
