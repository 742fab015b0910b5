import { createContext, runInContext } from 'node:vm'
import { InvalidInputError } from '@slipway/core'

/**
 * Runs work that never waits, and ends it when it takes longer than a limit. A regular expression of a job's schema may
 * need longer than the universe has existed, and meanwhile the server would answer nobody. Throws InvalidInputError.
 */
export function withinTimeLimit<T>(what: string, limitMs: number, work: () => T): T {
  const results: T[] = []
  const context = createContext({ work: () => void results.push(work()) })
  try {
    // Only a script can be ended from outside; what it calls ends with it.
    runInContext('work()', context, { timeout: limitMs })
  } catch (error) {
    // The error is one of the script's own world, so it is no instance of this one's classes.
    const isLate =
      typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    if (!isLate) throw error
    throw new InvalidInputError(
      `Cannot ${what}: it takes more than ${limitMs} ms. Simplify the patterns of the schema.`,
      {
        cause: error,
      },
    )
  }
  return results[0] as T
}
