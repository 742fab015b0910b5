import { longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** Where the lines go of a program that begins under the id of a run that has ended. Not breaking: both have a default. */
export const runStartOverMigration: SchemaMigration = {
  name: '0013-run-start-over',
  async up(db, dialect) {
    await db.schema
      .alterTable('run')
      .addColumn('is_starting_over', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema
      .alterTable('run')
      .addColumn('history_shift', longType(dialect), (column) => column.notNull().defaultTo(0))
      .execute()
  },
}
