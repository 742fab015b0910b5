import type { Problem } from '@slipway/core'
import type { RunQueueItemRecord } from './run-queue.ts'

/** A launch that is in its queue. */
export interface PushedLaunch {
  readonly item: RunQueueItemRecord
  /** JSON text of the merged launch spec. */
  readonly runSpec: string
  readonly notes: readonly Problem[]
}
