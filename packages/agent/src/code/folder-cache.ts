import { createHash, randomBytes } from 'node:crypto'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { createSingleFlight } from '../single-flight.ts'

/** Folders that are filled once and then only read, by a key that names their contents. */
export interface FolderCache {
  /**
   * The folder for a key. When it is not there yet, `fill` gets an empty one to write to, and must obey the signal;
   * callers at once share it, each as long as its own signal allows.
   */
  get(key: string, signal: AbortSignal, fill: (folder: string) => Promise<void>): Promise<string>
}

/** Makes a cache under `path`. A folder appears there whole or not at all; it may be deleted while no agent runs. */
export function createFolderCache(path: string): FolderCache {
  const flights = createSingleFlight<string>()
  return {
    get(key, signal, fill) {
      const folder = `${path}/${hashOf(key)}`
      return flights.run(folder, signal, async () => {
        if (await exists(folder)) return folder
        const temporary = `${folder}.${randomBytes(4).toString('hex')}.tmp`
        await mkdir(temporary, { recursive: true, mode: 0o700 })
        try {
          await fill(temporary)
          await rename(temporary, folder)
        } catch (error) {
          await rm(temporary, { recursive: true, force: true })
          throw error
        }
        return folder
      })
    },
  }
}

/** A short name for any text: 32 hexadecimal digits of its SHA-256. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:${part}`)
  return hash.digest('hex').slice(0, 32)
}

/** Tells whether a path leads to anything. */
export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}
