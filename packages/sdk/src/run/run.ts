import type { JsonValue } from '@slipway/core'
import type { LogValues } from './row.ts'
import type { RunSummary } from './run-summary.ts'

/** One execution of a program: its config, its metrics, its end. `init` makes it. */
export interface Run<C extends object = RunConfigValues> {
  /** The id of the run, unique in its project. */
  readonly id: string
  /** The name that people see; null until the server has answered. */
  readonly name: string | null
  /** Null until the server has answered, unless it was given. */
  readonly project: string | null
  /** Null until the server has answered, unless it was given. */
  readonly entity: string | null
  /** `entity/project/id`, as far as it is known. */
  readonly path: string
  /** The folder with all that was logged; null in disabled mode. */
  readonly folder: string | null
  /** True when the run was there before and goes on. */
  readonly isResumed: boolean
  /**
   * The inputs as the run sees them: what `init` was given, with what the launch asked for laid over. Setting a key that is
   * new adds it; nested values are read-only.
   */
  readonly config: C
  /** The latest value of each metric. Set a key to keep something better than the latest, such as the best. */
  readonly summary: RunSummary
  /**
   * Logs the metrics of one step, and the next call begins the next one. With `step` the values of several calls go to
   * the same step until a later step begins; a step that is over takes no more, and says so once. Takes microseconds and
   * never waits for the network. Throws InvalidInputError for values that JSON cannot hold, and after the end of the run.
   *
   * @example
   * run.log({ loss: 0.42, accuracy: 0.9 })
   * run.log({ validation: { loss: 0.5 } }, { step: 100 })
   */
  log(values: LogValues, options?: LogOptions): void
  /** Adds to the config. Changing a value needs `allowValueChange`; what the launch asked for stays in any case. */
  updateConfig(values: Readonly<Record<string, unknown>>, options?: UpdateConfigOptions): void
  /**
   * Ends the run and waits until all of it is sent, or the server has been silent for too long. Calling it again does
   * nothing. Without it the run ends when the program does.
   */
  finish(options?: FinishOptions): Promise<void>
  /** Ends the run at the end of the block of an `await using`. */
  [Symbol.asyncDispose](): Promise<void>
}

/** The config of a run whose shape is not known. */
export interface RunConfigValues {
  // Mutable on purpose: setting a new key is how a program adds to its config.
  [key: string]: JsonValue
}

/** Options of `log`. */
export interface LogOptions {
  /** A whole number from 0 on. Defaults to one more than the last. */
  readonly step?: number
}

/** Options of `updateConfig`. */
export interface UpdateConfigOptions {
  /** Defaults to false: another value for a key that is there throws InvalidInputError. */
  readonly allowValueChange?: boolean
}

/** Options of `finish`. */
export interface FinishOptions {
  /** Defaults to 0. Anything else makes the run a failed one. */
  readonly exitCode?: number
}
