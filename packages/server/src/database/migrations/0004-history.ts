import { bytesType, longType } from '../dialect.ts'
import type { SchemaMigration } from '../migrate.ts'

/** What running programs stream: lines, kept as they came in chunks that never overlap. */
export const historyMigration: SchemaMigration = {
  name: '0004-history',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('run_line_chunk')
      .addColumn('run_id', long, (column) => column.notNull().references('run.id').onDelete('cascade'))
      .addColumn('stream', 'integer', (column) => column.notNull())
      .addColumn('first_line', long, (column) => column.notNull())
      .addColumn('line_count', long, (column) => column.notNull())
      .addColumn('body', bytesType(dialect), (column) => column.notNull())
      .addPrimaryKeyConstraint('run_line_chunk_pk', ['run_id', 'stream', 'first_line'])
      .execute()
  },
}
