import type { Generated } from 'kysely'
import type { RunValueTables } from './run-value-tables.ts'

interface RunTable {
  readonly id: Generated<number>
  readonly project_id: number
  readonly name: string
  /** Counts the runs of a project from 1; the end of a made-up display name. */
  readonly number: number
  readonly display_name: string
  readonly description: string | null
  readonly notes: string | null
  readonly config: string
  /** The same as `config` in strict JSON; null when `config` is strict already. Only filters read it. */
  readonly strict_config: string | null
  readonly summary: string
  /** The same as `summary` in strict JSON; null when `summary` is strict already. Only filters read it. */
  readonly strict_summary: string | null
  readonly state: string
  readonly tags: string
  readonly group_name: string | null
  readonly job_type: string | null
  readonly commit_hash: string | null
  readonly host: string | null
  readonly program: string | null
  readonly repo: string | null
  readonly sweep_name: string | null
  readonly user_id: number
  readonly job_artifact_id: number | null
  readonly exit_code: number | null
  readonly heartbeat_at: number
  readonly stop_requested_at: number | null
  readonly created_at: number
  readonly updated_at: number
  readonly ended_at: number | null
  readonly deleted_at: number | null
  /** 1 from when a program begins the ended run anew until its first history line is here. */
  readonly is_starting_over: Generated<number>
  /** How far the program's numbers of history lines are above those that are stored. */
  readonly history_shift: Generated<number>
  /** How many programs beside the first wrote to the run at once without saying so. */
  readonly further_writers: Generated<number>
  /** How much of config and summary is in `run_value`: `none`, `partial` or `whole`. */
  readonly value_index: Generated<string>
}

interface RunAlertTable {
  readonly id: Generated<number>
  readonly run_id: number
  readonly title: string
  readonly text: string
  readonly severity: string
  readonly wait_nanoseconds: number | null
  readonly created_at: number
}

/** One of the programs that write to a run together. */
interface SharedWriterTable {
  readonly id: Generated<number>
  readonly run_id: number
  /** The id that the program made for itself. */
  readonly name: string
}

export interface RunTables extends RunValueTables {
  readonly run: RunTable
  readonly run_alert: RunAlertTable
  readonly shared_writer: SharedWriterTable
}
