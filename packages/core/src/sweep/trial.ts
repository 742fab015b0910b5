import type { JsonValue } from '../json.ts'

/** The values of one point, in the order of the sweep's parameters. */
export type SearchPoint = readonly JsonValue[]

/** A point that was tried already, or is being tried. */
export interface Trial {
  /** In the order of the sweep's parameters; undefined where the run has no such value. */
  readonly values: readonly (JsonValue | undefined)[]
  readonly state: 'running' | 'ended' | 'failed'
  /** The metric of the sweep; null where there is none yet. */
  readonly metric: number | null
}
