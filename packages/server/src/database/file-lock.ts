import { DatabaseSync } from 'node:sqlite'
import { UnavailableError } from '@slipway/core'

/** Holds a lock until it is disposed of, or its process dies in whatever way. */
export interface FileLock extends Disposable {}

/**
 * Makes sure that one server only works on a database file. The lock is one of the operating system, taken through an
 * empty SQLite file beside the data: a lock file with a process id in it would stay behind after `kill -9`, and
 * locking the database itself would keep backup programs out.
 */
export function lockDatabaseFile(file: string): FileLock {
  const lock = new DatabaseSync(`${file}.lock`)
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (error) {
    lock.close()
    throw new UnavailableError(
      `Cannot open the data in "${file}": another Slipway server uses it. Stop that server, or choose another data folder.`,
      { cause: error },
    )
  }
  return { [Symbol.dispose]: () => lock.close() }
}
