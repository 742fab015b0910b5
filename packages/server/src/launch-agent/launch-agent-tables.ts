import type { Generated } from 'kysely'

interface LaunchAgentTable {
  readonly id: Generated<number>
  readonly entity_id: number
  readonly name: string
  readonly hostname: string
  readonly config: string | null
  readonly version: string | null
  readonly status: string
  readonly is_stopping: number
  readonly generation: number
  readonly created_by: number
  readonly created_at: number
  readonly heartbeat_at: number
}

interface LaunchAgentQueueTable {
  readonly launch_agent_id: number
  readonly run_queue_id: number
  readonly position: number
}

export interface LaunchAgentTables {
  readonly launch_agent: LaunchAgentTable
  readonly launch_agent_queue: LaunchAgentQueueTable
}
