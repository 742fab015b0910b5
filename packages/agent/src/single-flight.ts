/** Runs one piece of work at a time for each key; callers that come meanwhile share its result. */
export interface SingleFlight<T> {
  run(key: string, work: () => Promise<T>): Promise<T>
}

/** Makes a SingleFlight. A failed piece of work is forgotten, so that the next caller tries again. */
export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Promise<T>>()
  return {
    run(key, work) {
      const running = flights.get(key)
      if (running !== undefined) return running
      const flight = work().finally(() => flights.delete(key))
      flights.set(key, flight)
      return flight
    },
  }
}
