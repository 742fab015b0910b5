import type { SchemaMigration } from '../schema-migration.ts'

/**
 * How many further programs wrote to a run at once without saying so. Not breaking: it has a default; an older server
 * writes the lines of such programs over each other, as it always did.
 */
export const furtherWritersMigration: SchemaMigration = {
  name: '0023-further-writers',
  async up(db) {
    await db.schema
      .alterTable('run')
      .addColumn('further_writers', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  },
}
