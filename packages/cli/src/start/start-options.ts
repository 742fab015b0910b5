import type { CommonOptions } from '../command-result.ts'

/** Options of `slipway start`. What is left out comes from the environment, then from the server's defaults. */
export interface StartOptions extends CommonOptions {
  readonly port?: string
  readonly host?: string
  readonly data?: string
  readonly maxJobs: string
  /** False with `--no-agent`. */
  readonly agent: boolean
}
