import { InvalidInputError } from '@slipway/core'
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
  readonly sweep: readonly string[]
  readonly maxPoints: string
  readonly yes?: boolean
  readonly rerun?: boolean
  readonly dryRun?: boolean
  readonly explain?: boolean
  readonly watch?: boolean
  readonly detach?: boolean
}

/** Refuses options that contradict each other. Throws InvalidInputError. */
export function checkLaunchOptions(options: LaunchOptions): void {
  if (options.watch === true && options.detach === true) {
    throw new InvalidInputError(
      'Cannot launch with both --watch and --detach: give one of them. --detach is the default.',
    )
  }
  if (options.dryRun === true && options.watch === true) {
    throw new InvalidInputError('Cannot launch with both --dry-run and --watch: a dry run queues nothing to watch.')
  }
  const sweepOnly = (['rerun', 'yes'] as const).find((option) => options[option] === true)
  if (options.sweep.length === 0 && sweepOnly !== undefined) {
    throw new InvalidInputError(`Cannot launch with --${sweepOnly}: it belongs to --sweep, which is not given.`)
  }
}
