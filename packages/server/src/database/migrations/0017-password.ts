import { longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** Passwords of those who have one. Not breaking: an older server does not look at them. */
export const passwordMigration: SchemaMigration = {
  name: '0017-password',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('password')
      .addColumn('user_id', long, (column) => column.primaryKey().references('app_user.id'))
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('changed_at', long, (column) => column.notNull())
      .execute()
    await db.schema.createIndex('session_user').on('session').column('user_id').execute()
  },
}
