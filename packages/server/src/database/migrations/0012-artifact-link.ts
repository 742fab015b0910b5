import { asIdentity, longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** Portfolios: collections of links to versions of artifacts. Breaking: an older server takes a portfolio for an artifact. */
export const artifactLinkMigration: SchemaMigration = {
  name: '0012-artifact-link',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .alterTable('artifact_collection')
      .addColumn('kind', 'text', (column) => column.notNull().defaultTo('SEQUENCE'))
      .execute()
    await db.schema
      .createTable('artifact_link')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('collection_id', long, (column) =>
        column.notNull().references('artifact_collection.id').onDelete('cascade'),
      )
      .addColumn('artifact_id', long, (column) => column.notNull().references('artifact.id').onDelete('cascade'))
      .addColumn('version_index', 'integer', (column) => column.notNull())
      .addColumn('created_by', long, (column) => column.notNull().references('app_user.id'))
      .addColumn('created_at', long, (column) => column.notNull())
      .addUniqueConstraint('artifact_link_unique', ['collection_id', 'artifact_id'])
      .addUniqueConstraint('artifact_link_version_unique', ['collection_id', 'version_index'])
      .execute()
    await db.schema.createIndex('artifact_link_artifact').on('artifact_link').column('artifact_id').execute()
    await db.schema.createIndex('artifact_link_created_by').on('artifact_link').column('created_by').execute()
  },
}
