import type { Clock } from '../clock.ts'

const MAX_FAILURES = 10
const WINDOW_MS = 10 * 60 * 1000
const MAX_NAMES = 10_000

/** Counts wrong passwords, so that nobody can try many. */
export interface FailedLogins {
  /** How many seconds to wait before the next attempt for this name; 0 when it may be made now. */
  secondsToWait(username: string): number
  note(username: string): void
  forget(username: string): void
}

/**
 * Creates the count of one server process: ten wrong passwords for a name within ten minutes, then none until those are
 * over. Names are counted whether or not there is such a user, so that the refusal tells nothing.
 */
export function createFailedLogins(clock: Clock): FailedLogins {
  const failures = new Map<string, readonly number[]>()

  function recent(username: string): readonly number[] {
    return (failures.get(username) ?? []).filter((at) => at > clock.now() - WINDOW_MS)
  }

  return {
    secondsToWait(username) {
      const [first, ...rest] = recent(username)
      if (first === undefined || rest.length + 1 < MAX_FAILURES) return 0
      return Math.ceil((first + WINDOW_MS - clock.now()) / 1000)
    },
    note(username) {
      // Whoever makes names up to fill the memory only forgets other people's failures.
      if (failures.size >= MAX_NAMES) failures.clear()
      failures.set(username, [...recent(username), clock.now()].slice(-MAX_FAILURES))
    },
    forget: (username) => void failures.delete(username),
  }
}
