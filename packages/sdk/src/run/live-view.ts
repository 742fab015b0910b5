import { inspect } from 'node:util'

/** How an object is read and written that stands for values which are elsewhere. */
export interface ViewAccess {
  keys(): readonly string[]
  get(key: string): unknown
  set(key: string, value: unknown): void
  /** Absent where nothing may be taken away. */
  delete?(key: string): void
}

/** An object whose keys are those of `access` at any moment; `console.log` shows them like those of any other. */
export function createLiveView(access: ViewAccess): object {
  const has = (key: string | symbol): key is string => typeof key === 'string' && access.keys().includes(key)
  const target = {}
  const show = (): object => Object.fromEntries(access.keys().map((key) => [key, access.get(key)]))
  // Inspecting a proxy looks at its target only.
  Object.defineProperty(target, inspect.custom, { value: show, configurable: true, enumerable: false })
  return new Proxy(target, {
    get: (_target, key) => (has(key) ? access.get(key) : Reflect.get(target, key)),
    has: (_target, key) => has(key),
    set(_target, key, value: unknown) {
      if (typeof key === 'symbol') return false
      access.set(key, value)
      return true
    },
    deleteProperty(_target, key) {
      if (access.delete === undefined || typeof key === 'symbol') return false
      access.delete(key)
      return true
    },
    ownKeys: () => [...access.keys()],
    getOwnPropertyDescriptor: (_target, key) =>
      has(key) ? { value: access.get(key), enumerable: true, configurable: true, writable: true } : undefined,
  })
}
