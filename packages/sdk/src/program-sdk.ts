import type { JsonValue } from '@slipway/core'
import { ownProcess } from './host.ts'
import { createLiveView } from './run/live-view.ts'
import type { Launch } from './launch/launch.ts'
import type { LogValues } from './run/row.ts'
import type { FinishOptions, LogOptions, Run, RunConfigValues } from './run/run.ts'
import type { RunSummary } from './run/run-summary.ts'
import { createSdk } from './sdk.ts'
import type { InitOptions } from './settings/init-options.ts'

const sdk = createSdk(ownProcess)

/**
 * Starts a run: from now on the program's metrics, output and end are kept. Resolves once the server has the run, or when
 * it does not answer in time; then the run goes on, and is sent when the server is back. Only one run is on at a time.
 *
 * In a launched job the run belongs to the launch: project, entity and id come from there, and the inputs that were asked
 * for are laid over `config`.
 *
 * Throws InvalidInputError for an option that cannot be, NotAuthenticatedError without a login, ConflictError while another
 * run is on, and whatever the server refuses.
 *
 * @example
 * const run = await init({ project: 'vision', config: { learningRate: 0.01, epochs: 10 } })
 * for (let epoch = 0; epoch < run.config.epochs; epoch += 1) run.log({ loss: 1 / (epoch + 1) })
 * await run.finish()
 */
export const init: <C extends object = RunConfigValues>(options?: InitOptions<C>) => Promise<Run<C>> = sdk.init

/**
 * Logs the metrics of one step to the run that is on, as `Run.log` does.
 *
 * @example
 * log({ loss: 0.42 })
 */
export const log: (values: LogValues, options?: LogOptions) => void = sdk.log

/**
 * Ends the run that is on, as `Run.finish` does; without one it does nothing.
 *
 * @example
 * await finish({ exitCode: 1 })
 */
export const finish: (options?: FinishOptions) => Promise<void> = sdk.finish

/**
 * Says which values are inputs of the program's job.
 *
 * @example
 * launch.manageWandbConfig({ include: ['trainer'] })
 * const config = launch.manageConfigFile('config.yaml')
 */
export const launch: Launch = sdk.launch

/**
 * The config of the run that is on, as `Run.config`. Throws InvalidInputError before `init`.
 *
 * @example
 * await init({ config: { seed: 42 } })
 * console.log(config.seed)
 */
export const config: RunConfigValues = forward(() => sdk.config)

/**
 * The summary of the run that is on, as `Run.summary`. Throws InvalidInputError before `init`.
 *
 * @example
 * summary.bestLoss = 0.1
 */
export const summary: RunSummary = forward(() => sdk.summary)

/** An object that stands for another one, which changes. */
function forward<T extends Record<string, JsonValue>>(target: () => T): T {
  const view = createLiveView({
    keys: () => Object.keys(target()),
    get: (key) => target()[key],
    set: (key, value) => Reflect.set(target(), key, value),
    delete: (key) => Reflect.deleteProperty(target(), key),
  })
  return view as T
}
