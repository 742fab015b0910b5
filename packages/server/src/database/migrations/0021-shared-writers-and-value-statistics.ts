import { asIdentity, longType, noteCombinations } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/**
 * The programs that write to one run together, and where the lines of each are among those of the run. Not breaking: an
 * older server takes the lines of such programs as those of one. And how often values of runs are, by their keys: taken
 * for rare, Postgres looked up each of the runs that have a frequent one, which took ten times as long.
 */
export const sharedWritersMigration: SchemaMigration = {
  name: '0021-shared-writers-and-value-statistics',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('shared_writer')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('run_id', long, (column) => column.notNull().references('run.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addUniqueConstraint('shared_writer_unique', ['run_id', 'name'])
      .execute()
    await db.schema
      .createTable('shared_lines')
      .addColumn('writer_id', long, (column) => column.notNull().references('shared_writer.id').onDelete('cascade'))
      .addColumn('stream', 'integer', (column) => column.notNull())
      .addColumn('first_line', long, (column) => column.notNull())
      .addColumn('line_count', long, (column) => column.notNull())
      .addColumn('stored_line', long, (column) => column.notNull())
      .addPrimaryKeyConstraint('shared_lines_pk', ['writer_id', 'stream', 'first_line'])
      .execute()
    await noteCombinations(dialect, 'run_value', ['key_id', 'number', 'text']).execute(db)
  },
}
