import { raceAbort } from './race-abort.ts'

/** Runs one piece of work at a time for each key; callers that come meanwhile share its result. */
export interface SingleFlight<T> {
  /**
   * The work is that of the first caller, and ends with that caller's signal: then the next caller's own work starts.
   * Resolves for the first caller only after its work has ended, aborted or not; a caller that waits for another's work
   * leaves with its signal.
   */
  run(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

/** Makes a SingleFlight. A failed piece of work is forgotten, so that the next caller tries again. */
export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, { readonly result: Promise<T>; readonly signal: AbortSignal }>()
  return {
    async run(key, signal, work) {
      for (;;) {
        signal.throwIfAborted()
        const running = flights.get(key)
        if (running === undefined) {
          const result = work().finally(() => flights.delete(key))
          flights.set(key, { result, signal })
          return result
        }
        try {
          return await raceAbort(running.result, signal)
        } catch (error) {
          if (signal.aborted || !running.signal.aborted) throw error
        }
      }
    },
  }
}
