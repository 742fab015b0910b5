import type { Generated } from 'kysely'

interface RunQueueTable {
  readonly id: Generated<number>
  readonly entity_id: number
  readonly project_id: number
  readonly name: string
  readonly access: string
  readonly has_priorities: number
  readonly is_paused: number
  readonly config_id: number | null
  readonly external_links: string | null
  readonly created_by: number
  readonly created_at: number
  readonly deleted_at: number | null
}

interface DefaultResourceConfigTable {
  readonly id: Generated<number>
  readonly entity_id: number
  readonly resource: string
  readonly config: string
  readonly template_variables: string
  readonly created_at: number
}

interface RunQueueItemTable {
  readonly id: Generated<number>
  readonly run_queue_id: number
  readonly entity_id: number
  readonly project_name: string | null
  readonly state: string
  readonly priority: number
  readonly job_path: string | null
  readonly job_artifact_id: number | null
  readonly author_id: number
  readonly run_name: string | null
  /** Whether the launch spec itself names the run id, so that a second claim under that id may be another agent's. */
  readonly has_fixed_run_id: number
  readonly is_attended: number
  readonly launch_agent_id: number | null
  /** Which life of the agent took the lease: what an earlier one took and the new one does not know goes back. */
  readonly lease_generation: number | null
  readonly leased_at: number | null
  readonly leased_until: number | null
  readonly claimed_at: number | null
  readonly started_at: number | null
  readonly ended_at: number | null
  /** When the agent that holds the item was last heard of. */
  readonly heartbeat_at: number | null
  readonly stop_requested_at: number | null
  readonly exit_code: number | null
  readonly stage: string | null
  readonly created_at: number
  readonly log_bytes: number
  readonly reason: string | null
  readonly file_paths: string | null
  readonly run_spec: string
  /** What stands for job version and inputs: equal for equal launches. Null without a job, and before it was needed. */
  readonly inputs_digest: string | null
  /** The item that this one repeats. */
  readonly retry_of: number | null
  readonly sweep_point_id: number | null
}

interface RunQueueItemWarningTable {
  readonly id: Generated<number>
  readonly item_id: number
  readonly message: string
  readonly stage: string | null
  readonly created_at: number
}

interface RunQueueItemLogTable {
  readonly item_id: number
  readonly byte_offset: number
  readonly byte_length: number
  readonly text: string
}

interface RefusedLaunchTable {
  readonly id: Generated<number>
  readonly entity_id: number
  readonly author_id: number
  readonly queue_name: string
  readonly job_path: string | null
  /** SHA-256 of what was asked, by which the client's second try is recognised. */
  readonly request_hash: string
  readonly message: string
  readonly problems: string
  readonly created_at: number
}

interface LaunchOnceTable {
  readonly author_id: number
  readonly launch_key: string
  /** SHA-256 of what was asked: another launch under the same key is refused. */
  readonly request_hash: string
  readonly item_id: number
  readonly created_at: number
}

export interface RunQueueTables {
  readonly run_queue: RunQueueTable
  readonly default_resource_config: DefaultResourceConfigTable
  readonly run_queue_item: RunQueueItemTable
  readonly run_queue_item_warning: RunQueueItemWarningTable
  readonly run_queue_item_log: RunQueueItemLogTable
  readonly refused_launch: RefusedLaunchTable
  readonly launch_once: LaunchOnceTable
}
