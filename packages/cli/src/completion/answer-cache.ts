import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Login } from '../login/login-file.ts'
import type { Terminal } from '../terminal.ts'

/** An answer of the server, and how old it is. */
export interface KeptAnswer {
  readonly answer: unknown
  readonly ageMs: number
}

/** Answers of one server to one user, kept for a moment, since a person presses the key several times. */
export interface AnswerCache {
  read(key: string): Promise<KeptAnswer | null>
  write(key: string, answer: unknown): Promise<void>
}

const REMOVED_AFTER_MS = 24 * 60 * 60 * 1000

/** The folder of what completion keeps: in the person's cache folder. */
export function completionCacheFolder({ environment }: Pick<Terminal, 'environment'>): string {
  const home = environment['HOME'] ?? homedir()
  const base = environment['XDG_CACHE_HOME'] ?? join(home, '.cache')
  return join(base, 'slipway', 'completion')
}

/** Opens the cache of a login. Files and folders are for their owner only; a file that cannot be read counts as absent. */
export function openAnswerCache(folder: string, login: Login, now: () => number): AnswerCache {
  const own = join(folder, hashOf(`${login.baseUrl}\n${login.apiKey}`))
  const fileOf = (key: string): string => join(own, `${hashOf(key)}.json`)
  return {
    async read(key) {
      try {
        const file = fileOf(key)
        const [text, { mtimeMs, uid }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
        if (uid !== process.getuid?.()) return null
        return { answer: JSON.parse(text), ageMs: Math.max(0, now() - mtimeMs) }
      } catch {
        return null
      }
    },
    async write(key, answer) {
      try {
        const file = fileOf(key)
        await mkdir(own, { recursive: true, mode: 0o700 })
        await removeOldFiles(own, now() - REMOVED_AFTER_MS)
        const temporary = `${file}.${process.pid}`
        await writeFile(temporary, JSON.stringify(answer), { mode: 0o600 })
        await rename(temporary, file)
      } catch {
        // Without a cache it is slower, and no more.
      }
    },
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

async function removeOldFiles(folder: string, olderThan: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    if ((await stat(file)).mtimeMs < olderThan) await rm(file, { force: true })
  }
}
