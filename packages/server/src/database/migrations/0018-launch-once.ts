import { longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** What browsers call their launches, so that one that is sent twice is queued once. Not breaking: older servers do not look. */
export const launchOnceMigration: SchemaMigration = {
  name: '0018-launch-once',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('launch_once')
      .addColumn('author_id', long, (column) => column.notNull().references('app_user.id'))
      .addColumn('launch_key', 'text', (column) => column.notNull())
      .addColumn('request_hash', 'text', (column) => column.notNull())
      .addColumn('item_id', long, (column) => column.notNull())
      .addColumn('created_at', long, (column) => column.notNull())
      .addPrimaryKeyConstraint('launch_once_pk', ['author_id', 'launch_key'])
      .execute()
    await db.schema.createIndex('launch_once_created').on('launch_once').column('created_at').execute()
  },
}
