import type { Generated } from 'kysely'

interface ProjectTable {
  readonly id: Generated<number>
  readonly entity_id: number
  readonly name: string
  readonly description: string | null
  readonly access: string | null
  readonly repo: string | null
  readonly docker_image: string | null
  readonly created_by: number | null
  readonly created_at: number
  readonly updated_at: number
}

export interface ProjectTables {
  readonly project: ProjectTable
}
