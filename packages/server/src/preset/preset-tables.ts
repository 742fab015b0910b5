import type { Generated } from 'kysely'

interface PresetTable {
  readonly id: Generated<number>
  readonly entity_id: number
  readonly name: string
  /** `entity/project/name` of the only job that it is for; null for any job. */
  readonly job_path: string | null
  /** The first version that is not of a deleted preset of the same name. */
  readonly first_version: number
  readonly next_version: number
  readonly created_by: number
  readonly created_at: number
  readonly deleted_at: number | null
}

interface PresetVersionTable {
  readonly id: Generated<number>
  readonly preset_id: number
  readonly version: number
  readonly description: string | null
  readonly author_id: number
  readonly created_at: number
  /** JSON list of the ids of the versions that it builds on, the first one lowest. */
  readonly base_ids: string
  readonly content: string
}

export interface PresetTables {
  readonly preset: PresetTable
  readonly preset_version: PresetVersionTable
}
