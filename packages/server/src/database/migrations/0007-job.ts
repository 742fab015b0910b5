import { longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** What each job version was captured with, kept when the run that captured it has ended. */
export const jobMigration: SchemaMigration = {
  name: '0007-job',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('job_capture')
      .addColumn('artifact_id', long, (column) => column.primaryKey().references('artifact.id').onDelete('cascade'))
      .addColumn('capture', 'text', (column) => column.notNull())
      .addColumn('captured_at', long, (column) => column.notNull())
      .execute()
  },
}
