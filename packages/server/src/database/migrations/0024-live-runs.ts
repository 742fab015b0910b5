import { sql } from 'kysely'
import type { SchemaMigration } from '../schema-migration.ts'

/**
 * Which runs a project has, and in which state they are, in a third of the pages that the index for lists takes: counting
 * the runs that meet a filter of their state reads nothing else. Not breaking: it adds no rule.
 */
export const liveRunsMigration: SchemaMigration = {
  name: '0024-live-runs',
  async up(db) {
    await sql`create index run_live on run (project_id, id, state) where deleted_at is null`.execute(db)
  },
}
