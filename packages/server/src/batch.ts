/** Answers keys one by one, and loads all that are asked for in one turn of the event loop together. */
export type Batch<Key, Value> = (key: Key) => Promise<Value>

/** Creates a batch. `load` answers in the order of its keys; when it fails, so does each of them. */
export function createBatch<Key, Value>(load: (keys: readonly Key[]) => Promise<readonly Value[]>): Batch<Key, Value> {
  let waiting: {
    readonly key: Key
    readonly resolve: (value: Value) => void
    readonly reject: (error: unknown) => void
  }[] = []

  async function flush(): Promise<void> {
    const those = waiting
    waiting = []
    try {
      const values = await load(those.map(({ key }) => key))
      for (const [index, { resolve }] of those.entries()) resolve(values[index] as Value)
    } catch (error) {
      for (const { reject } of those) reject(error)
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (waiting.length === 1) setImmediate(() => void flush())
    })
}
