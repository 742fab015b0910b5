import type { Generated } from 'kysely'

/** A key of configs (`root` is `config`) or summaries (`summary`) that runs of an entity have. */
interface RunKeyTable {
  readonly id: Generated<number>
  readonly entity_id: number
  readonly root: string
  readonly path: string
  /** Whether some run had a number there, and whether some run had anything else; 0 or 1. */
  readonly has_numbers: number
  readonly has_others: number
}

/** One value of one run; see run-value.ts for what the columns hold. */
interface RunValueTable {
  readonly run_id: number
  readonly key_id: number
  readonly project_id: number
  readonly number: number
  readonly text: string
  readonly is_cut: number
}

export interface RunValueTables {
  readonly run_key: RunKeyTable
  readonly run_value: RunValueTable
}
