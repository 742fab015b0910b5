import { longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** The organization that a server is, once an administrator has named it. Not breaking: an older server does not look at it. */
export const organizationMigration: SchemaMigration = {
  name: '0019-organization',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('organization')
      // Always 1: two administrators who name it at once cannot make two.
      .addColumn('id', long, (column) => column.primaryKey())
      .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
      .execute()
  },
}
