import type { Generated } from 'kysely'

interface SweepTable {
  readonly id: Generated<number>
  readonly project_id: number
  readonly name: string
  readonly display_name: string | null
  readonly description: string | null
  /** YAML text, as it was given. */
  readonly config: string
  readonly method: string
  readonly controller: string | null
  readonly scheduler: string | null
  readonly scheduler_item_id: number | null
  /** JSON text of how the server launches the points. */
  readonly launch: string | null
  readonly state: string
  readonly reason: string | null
  readonly seed: string
  readonly next_number: number
  /** Why no further point comes; null while there may be more. */
  readonly exhausted: string | null
  /** JSON text of a list of row ids. */
  readonly prior_run_ids: string
  readonly user_id: number
  readonly created_at: number
  readonly updated_at: number
  readonly heartbeat_at: number | null
  readonly ended_at: number | null
  readonly deleted_at: number | null
}

interface SweepAgentTable {
  readonly id: Generated<number>
  readonly sweep_id: number
  readonly name: string
  readonly host: string
  readonly user_id: number
  readonly created_at: number
  readonly heartbeat_at: number
}

interface SweepPointTable {
  readonly id: Generated<number>
  readonly sweep_id: number
  readonly number: number
  /** JSON text of the values, nested as the parameters are. */
  readonly tree: string
  readonly source: string
  /** The id by which a local controller knows the point. */
  readonly controller_key: string | null
  readonly display_name: string | null
  readonly state: string
  readonly reason: string | null
  readonly run_id: number | null
  readonly sweep_agent_id: number | null
  readonly item_id: number | null
  /** When nothing could happen to the point any more. */
  readonly ended_at: number | null
  readonly created_at: number
}

export interface SweepTables {
  readonly sweep: SweepTable
  readonly sweep_agent: SweepAgentTable
  readonly sweep_point: SweepPointTable
}
