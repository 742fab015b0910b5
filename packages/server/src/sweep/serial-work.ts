/** Does work for the same key one after another; work for different keys goes on at once. */
export interface SerialWork {
  run<T>(key: number, work: () => Promise<T>): Promise<T>
}

/** Creates a queue of work for each key. A key without work takes no memory. */
export function createSerialWork(): SerialWork {
  const last = new Map<number, Promise<unknown>>()
  return {
    run(key, work) {
      const before = last.get(key) ?? Promise.resolve()
      const result = before.then(work, work)
      const done = result
        .catch(() => undefined)
        .finally(() => {
          if (last.get(key) === done) last.delete(key)
        })
      last.set(key, done)
      return result
    },
  }
}
