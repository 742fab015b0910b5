import type { CommonOptions } from '../command-result.ts'

/** Options of `slipway launch`. */
export interface LaunchOptions extends CommonOptions {
  readonly set: readonly string[]
  /** Presets, later ones over earlier ones. */
  readonly preset: readonly string[]
  /** An earlier run or item whose inputs are taken over. */
  readonly fromRun?: string
  readonly skipUnfit?: boolean
  readonly config?: string
  /** The presets' queue, or "default", unless given. */
  readonly queue?: string
  readonly project?: string
  readonly entity?: string
  readonly name?: string
  readonly priority?: string
  readonly template: readonly string[]
  readonly arg: readonly string[]
  readonly dryRun?: boolean
  readonly explain?: boolean
  readonly watch?: boolean
}
