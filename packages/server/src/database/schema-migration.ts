import type { Kysely } from 'kysely'
import type { DatabaseDialect } from './dialect.ts'

/** One step of the schema's history. Steps are only ever added; each is written once, for both dialects. */
export interface SchemaMigration {
  /** Sorts by its number: `0001-account`. */
  readonly name: string
  // The schema of the moment is not the schema of today, so a migration may not lean on today's table types.
  readonly up: (db: Kysely<unknown>, dialect: DatabaseDialect) => Promise<void>
}
