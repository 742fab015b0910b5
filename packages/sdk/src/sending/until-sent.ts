import { setTimeout as wait } from 'node:timers/promises'
import { UnavailableError } from '@slipway/core'
import { retryDelayMs } from '../api-client.ts'

/** Is told when a server stops answering, and when it answers again. */
export interface ConnectionWatch {
  onLost(error: UnavailableError): void
  onBack(): void
}

const MAX_DELAY_MS = 15_000

/** Makes a call until the server has answered it. A refusal is thrown; an abort rejects with the signal's reason. */
export async function untilSent<T>(
  call: () => Promise<T>,
  watch: ConnectionWatch,
  signal: AbortSignal,
  minimumDelayMs = 250,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted()
    try {
      const answer = await call()
      watch.onBack()
      return answer
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof UnavailableError)) throw error
      watch.onLost(error)
      await wait(retryDelayMs(attempt, { firstDelayMs: minimumDelayMs, maxDelayMs: MAX_DELAY_MS }), undefined, {
        signal,
      }).catch(() => undefined)
    }
  }
}
