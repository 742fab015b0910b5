import type { JobInputs, Problem } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { QueuePlace } from '../queue/queue-place.ts'
import type { LaunchedVersion } from './launched-version.ts'

/** What is launched, and where. */
export interface LaunchContext {
  readonly api: ApiClient
  readonly version: LaunchedVersion
  readonly inputs: JobInputs
  readonly place: QueuePlace
  readonly priority: number | null
  /** What to tell about the inputs, whatever becomes of the launch. */
  readonly notes: readonly Problem[]
}
