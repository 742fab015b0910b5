import { isJsonObject, parseJson } from '@slipway/core'

/** A program that leases items from its queues and has them run. Times are milliseconds since 1970. */
export interface LaunchAgentRecord {
  readonly id: number
  readonly entityId: number
  readonly entityName: string
  /** Unique; the client opens a run of this name to keep error logs in. */
  readonly name: string
  readonly hostname: string
  /** JSON text. */
  readonly config: string | null
  readonly version: string | null
  readonly status: LaunchAgentStatus
  readonly isStopping: boolean
  /** Counts the programs that went by this id; each one that takes over adds one. */
  readonly generation: number
  readonly runQueueIds: readonly number[]
  readonly createdBy: number
  readonly createdByName: string
  readonly createdAt: number
  readonly heartbeatAt: number
}

/** What an agent says of itself. Source: wandb client protocol. */
export type LaunchAgentStatus = 'POLLING' | 'RUNNING' | 'KILLED'

const STATUSES: readonly LaunchAgentStatus[] = ['POLLING', 'RUNNING', 'KILLED']

/** The status of this name, or null when there is none. */
export function toLaunchAgentStatus(text: string): LaunchAgentStatus | null {
  return STATUSES.find((status) => status === text) ?? null
}

/** What an agent says in the `features` of its config when it can take keys out of config files. */
const REMOVAL_FEATURE = 'input-removals'

/** Tells whether an agent can delete inputs. The stock agent cannot, and says nothing of features. */
export function canRemoveInputs({ config }: LaunchAgentRecord): boolean {
  const read = config === null ? null : parseJson(config)
  const features = isJsonObject(read) ? read['features'] : undefined
  return Array.isArray(features) && features.includes(REMOVAL_FEATURE)
}
