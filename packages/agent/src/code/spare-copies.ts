import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { copyFolder } from './copy-folder.ts'

/** Copies of code folders that are made before they are needed. */
export interface SpareCopies extends AsyncDisposable {
  /**
   * Puts a copy of `source`, which never changes, at `target`: the spare one when there is one, else a new one. Makes
   * the next spare soon after.
   */
  place(source: string, target: string): Promise<void>
}

// Each costs the disk one more copy of some code.
const MAX_SPARES = 8
// Not at once: the program that was just given its copy starts meanwhile, and should not wait for the disk.
const DELAY_MS = 50

/**
 * Makes a store of spare copies under `path`, which is emptied first. Copying twenty small files takes 10 ms and more,
 * a third of the time in which an idle agent should start a program, and moving a folder takes none. Hard links would be
 * as fast, but the program could write through them into the cache.
 */
export async function createSpareCopies(path: string): Promise<SpareCopies> {
  await rm(path, { recursive: true, force: true })
  await mkdir(path, { recursive: true, mode: 0o700 })
  const spares = new Map<string, string>()
  const making = new Map<string, Promise<void>>()
  const closing = new AbortController()

  async function make(source: string): Promise<void> {
    const spare = `${path}/${randomBytes(8).toString('hex')}`
    try {
      await wait(DELAY_MS, undefined, { signal: closing.signal })
      await copyFolder(source, spare)
      spares.set(source, spare)
      await dropOldest()
    } catch {
      // Closed, or for example a full disk: then the copy that is needed next will say so.
      await rm(spare, { recursive: true, force: true }).catch(() => undefined)
    } finally {
      making.delete(source)
    }
  }

  async function dropOldest(): Promise<void> {
    const [oldest] = spares
    if (oldest === undefined || spares.size <= MAX_SPARES) return
    spares.delete(oldest[0])
    await rm(oldest[1], { recursive: true, force: true })
  }

  return {
    async place(source, target) {
      const spare = spares.get(source)
      spares.delete(source)
      if (spare === undefined) await copyFolder(source, target)
      else await rename(spare, target)
      if (!closing.signal.aborted && !making.has(source)) making.set(source, make(source))
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      await Promise.all(making.values())
    },
  }
}
