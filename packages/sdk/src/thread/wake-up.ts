/** Lets one part of a thread wait until another has something for it. */
export interface WakeUp {
  /** Ends the wait, also one that begins after this call. */
  wake(): void
  /** Waits at most so long; for ever with an infinite number. */
  wait(timeoutMs: number): Promise<void>
}

/** Makes a WakeUp for one waiter. */
export function createWakeUp(): WakeUp {
  let isAwake = false
  let resume: (() => void) | null = null
  return {
    wake() {
      isAwake = true
      resume?.()
    },
    async wait(timeoutMs) {
      if (!isAwake) {
        const { promise, resolve } = Promise.withResolvers<void>()
        resume = resolve
        const timer = Number.isFinite(timeoutMs) ? setTimeout(resolve, Math.max(0, timeoutMs)) : undefined
        await promise
        clearTimeout(timer)
        resume = null
      }
      isAwake = false
    },
  }
}
