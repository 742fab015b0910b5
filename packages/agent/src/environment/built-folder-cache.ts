import { mkdir, rm } from 'node:fs/promises'
import { exists, hashOf } from '../code/folder-cache.ts'
import { createSingleFlight } from '../single-flight.ts'
import { writeWholeFile } from '../write-file.ts'

/** Folders built at the place where they stay, by a key that names what they were built from. */
export interface BuiltFolderCache {
  /**
   * The folder for a key. When it is not ready yet, `build` makes it, and must obey the signal; callers at once wait for
   * the same build, each as long as its own signal allows.
   */
  get(key: readonly string[], signal: AbortSignal, build: (folder: string) => Promise<void>): Promise<string>
}

/**
 * Makes a cache under `path`. A virtual environment holds its own path in its scripts, so it cannot be built elsewhere and
 * moved into place; a mark that is written last tells a finished build from one that was cut short, which starts over.
 */
export function createBuiltFolderCache(path: string): BuiltFolderCache {
  const flights = createSingleFlight<string>()
  return {
    get(key, signal, build) {
      const folder = `${path}/${hashOf(...key)}`
      return flights.run(folder, signal, async () => {
        if (await exists(`${folder}.ready`)) return folder
        await rm(folder, { recursive: true, force: true })
        await mkdir(path, { recursive: true, mode: 0o700 })
        await build(folder)
        await writeWholeFile(`${folder}.ready`, '')
        return folder
      })
    },
  }
}
