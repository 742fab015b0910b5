import { bytesType, longType, storeUncompressed } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/**
 * What running programs stream. The lines, kept as they came in chunks that never overlap, are the truth. Segments and
 * columns hold the same metrics by name as numbers, for drawing; they may be deleted at any time and are made again.
 */
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
    await db.schema
      .createTable('history_segment')
      .addColumn('run_id', long, (column) => column.notNull().references('run.id').onDelete('cascade'))
      .addColumn('first_line', long, (column) => column.notNull())
      .addColumn('line_count', long, (column) => column.notNull())
      .addColumn('min_step', 'double precision', (column) => column.notNull())
      .addColumn('max_step', 'double precision', (column) => column.notNull())
      .addPrimaryKeyConstraint('history_segment_pk', ['run_id', 'first_line'])
      .execute()
    await db.schema
      .createTable('history_column')
      .addColumn('run_id', long, (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('first_line', long, (column) => column.notNull())
      .addColumn('value_count', long, (column) => column.notNull())
      .addColumn('is_numeric', 'integer', (column) => column.notNull())
      .addColumn('last_value', 'text', (column) => column.notNull())
      .addColumn('lines', bytesType(dialect))
      .addColumn('number_values', bytesType(dialect), (column) => column.notNull())
      .addPrimaryKeyConstraint('history_column_pk', ['run_id', 'key', 'first_line'])
      .addForeignKeyConstraint(
        'history_column_segment',
        ['run_id', 'first_line'],
        'history_segment',
        ['run_id', 'first_line'],
        (constraint) => constraint.onDelete('cascade'),
      )
      .execute()
    await storeUncompressed(dialect, 'history_column', 'number_values').execute(db)
    await storeUncompressed(dialect, 'run_line_chunk', 'body').execute(db)
    await db.schema
      .createIndex('history_column_of_segment')
      .on('history_column')
      .columns(['run_id', 'first_line'])
      .execute()
  },
}
