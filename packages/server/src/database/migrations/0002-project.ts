import { asIdentity, longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** Projects: where runs, artifacts and jobs belong. */
export const projectMigration: SchemaMigration = {
  name: '0002-project',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('project')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('description', 'text')
      .addColumn('access', 'text')
      .addColumn('repo', 'text')
      .addColumn('docker_image', 'text')
      .addColumn('created_by', long, (column) => column.references('app_user.id'))
      .addColumn('created_at', long, (column) => column.notNull())
      .addColumn('updated_at', long, (column) => column.notNull())
      .addUniqueConstraint('project_name_unique', ['entity_id', 'name'])
      .execute()
  },
}
