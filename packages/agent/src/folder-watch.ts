import { watch, type FSWatcher } from 'node:fs'

/** Tells when something in one folder changed. */
export interface FolderWatch {
  /** Resolves at the next change, or after the time, or at once when there was a change since the last call. */
  next(timeoutMs: number): Promise<void>
  /** Lets a waiting `next` go, as a change does. */
  wake(): void
  close(): void
}

/**
 * Watches a folder. Where the system offers no watch (none left, a network file system), only the time limit of `next`
 * is left, so callers look again each time and never rely on having been told.
 */
export function watchFolder(folder: string): FolderWatch {
  let changed = false
  let notify: (() => void) | null = null
  const wake = (): void => {
    changed = true
    notify?.()
  }
  let watcher: FSWatcher | null = null
  try {
    watcher = watch(folder, wake)
    watcher.on('error', () => watcher?.close())
  } catch {
    watcher = null
  }
  return {
    wake,
    close: () => watcher?.close(),
    next: (timeoutMs) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer)
          changed = false
          notify = null
          resolve()
        }
        const timer = setTimeout(done, timeoutMs)
        notify = done
        if (changed) done()
      }),
  }
}
