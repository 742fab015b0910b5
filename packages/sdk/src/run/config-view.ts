import { toConfig } from './run-config.ts'
import type { RunConfig } from './run-config.ts'

/** The config as an object: reading gives what is there now, setting a key of the first level updates the config. */
export function createConfigView(current: () => RunConfig): object {
  return new Proxy(
    {},
    {
      get: (_target, key) =>
        typeof key === 'string' && Object.hasOwn(current().values, key) ? current().values[key] : undefined,
      has: (_target, key) => typeof key === 'string' && Object.hasOwn(current().values, key),
      set(_target, key, value: unknown) {
        current().update(toConfig({ [String(key)]: value }, `the config's "${String(key)}"`), {})
        return true
      },
      ownKeys: () => Object.keys(current().values),
      getOwnPropertyDescriptor(_target, key) {
        const value =
          typeof key === 'string' && Object.hasOwn(current().values, key) ? current().values[key] : undefined
        return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: true }
      },
    },
  )
}
