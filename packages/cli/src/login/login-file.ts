import { chmod, mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Login, loginFilePath as loginFileOf, readLogin as readLoginFile } from '@slipway/sdk/login'
import type { Terminal } from '../terminal.ts'

export type { Login } from '@slipway/sdk/login'
export { LOCAL_LOGIN_FILE } from '@slipway/sdk/login'

/** Where `slipway login` keeps the login: `SLIPWAY_CONFIG`, else `config.json` in the person's config folder. */
export function loginFilePath({ environment }: Pick<Terminal, 'environment'>): string {
  return loginFileOf(environment)
}

/** Reads a login; null when there is no such file. Throws InvalidInputError when it holds something else. */
export async function readLogin(file: string): Promise<Login | null> {
  return readLoginFile(file)
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
