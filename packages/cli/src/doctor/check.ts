/** How a check went: `warn` may be meant so, `fail` keeps something from working. */
export type CheckStatus = 'ok' | 'warn' | 'fail'

/** One line of the doctor. Never holds a secret. */
export interface Check {
  /** What was looked at, such as `server`. */
  readonly name: string
  readonly status: CheckStatus
  readonly message: string
  /** What to do about it; null where nothing is to be done. */
  readonly hint: string | null
}

/** Nothing to be done. */
export function ok(name: string, message: string): Check {
  return { name, status: 'ok', message, hint: null }
}

/** May be meant so, or costs something later. */
export function warn(name: string, message: string, hint: string): Check {
  return { name, status: 'warn', message, hint }
}

/** Keeps something from working. */
export function fail(name: string, message: string, hint: string): Check {
  return { name, status: 'fail', message, hint }
}
