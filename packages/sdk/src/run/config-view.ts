import { createLiveView } from './live-view.ts'
import { type RunConfig, toConfig } from './run-config.ts'

/** The config as an object: reading gives what is there now, setting a key of the first level updates the config. */
export function createConfigView(current: () => RunConfig): object {
  return createLiveView({
    keys: () => Object.keys(current().values),
    get: (key) => current().values[key],
    set: (key, value) => current().update(toConfig({ [key]: value }, `the config's "${key}"`), {}),
  })
}
