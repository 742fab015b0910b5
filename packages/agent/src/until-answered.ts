import { setTimeout as wait } from 'node:timers/promises'
import { UnavailableError } from '@slipway/core'
import { retryDelayMs, ServerFailedError } from '@slipway/sdk'
import type { Log } from './log.ts'

// About half a minute, in which a database that was busy is not any more.
const MAX_SERVER_FAILURES = 10

/**
 * Makes a call again while no server answers, at least every 5 seconds. A refusal ends it at once, and a server that
 * answers and fails every time after half a minute.
 */
export async function untilAnswered<T>(call: () => Promise<T>, log: Log, signal: AbortSignal): Promise<T> {
  let serverFailures = 0
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error
      if (error instanceof ServerFailedError) serverFailures += 1
      if (serverFailures >= MAX_SERVER_FAILURES) throw error
      if (attempt === 1) log.warn({ error }, 'no answer from the server; trying again until there is one')
      await wait(retryDelayMs(attempt), undefined, { signal })
    }
  }
}
