import type { Generated } from 'kysely'

interface SecretTable {
  readonly id: Generated<number>
  readonly entity_id: number
  readonly name: string
  /** Where programs find it. Unique for an entity, so that two secrets never claim one variable. */
  readonly variable: string
  /** The value as `KeyRing` seals it. */
  readonly sealed: string
  readonly key_id: string
  readonly created_by: number
  readonly created_at: number
  readonly updated_by: number
  readonly updated_at: number
  readonly last_used_at: number | null
  readonly last_used_item: string | null
}

export interface SecretTables {
  readonly secret: SecretTable
}
