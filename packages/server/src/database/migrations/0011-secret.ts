import { asIdentity, longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** The secrets of entities, sealed. Not breaking: an older server does not look at them. */
export const secretMigration: SchemaMigration = {
  name: '0011-secret',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('secret')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('variable', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('created_by', long, (column) => column.notNull().references('app_user.id'))
      .addColumn('created_at', long, (column) => column.notNull())
      .addColumn('updated_by', long, (column) => column.notNull().references('app_user.id'))
      .addColumn('updated_at', long, (column) => column.notNull())
      .addColumn('last_used_at', long)
      .addColumn('last_used_item', 'text')
      .addUniqueConstraint('secret_variable_unique', ['entity_id', 'variable'])
      .execute()
  },
}
