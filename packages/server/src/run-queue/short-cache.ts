import type { Clock } from '../clock.ts'

/** Values that are trusted for a moment without asking the database again. It may be cleared at any time. */
export interface ShortCache<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  clear(): void
}

/** Creates a cache whose values live for `ttlMs` and which starts anew when it is full. */
export function createShortCache<Value>(options: {
  readonly clock: Clock
  readonly ttlMs: number
  readonly maxSize: number
}): ShortCache<Value> {
  const values = new Map<string, { readonly value: Value; readonly until: number }>()
  return {
    get(key) {
      const known = values.get(key)
      return known !== undefined && known.until > options.clock.now() ? known.value : undefined
    },
    set(key, value) {
      if (values.size >= options.maxSize) values.clear()
      values.set(key, { value, until: options.clock.now() + options.ttlMs })
    },
    clear: () => values.clear(),
  }
}
