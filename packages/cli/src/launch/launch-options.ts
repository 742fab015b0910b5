import type { CommonOptions } from '../command-result.ts'

/** Options of `slipway launch`. */
export interface LaunchOptions extends CommonOptions {
  readonly set: readonly string[]
  readonly config?: string
  readonly queue: string
  readonly project?: string
  readonly entity?: string
  readonly name?: string
  readonly priority?: string
  readonly template: readonly string[]
  readonly arg: readonly string[]
  readonly dryRun?: boolean
  readonly watch?: boolean
}
