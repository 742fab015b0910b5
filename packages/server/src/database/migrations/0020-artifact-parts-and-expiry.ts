import { sql } from 'kysely'
import { asIdentity, longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/**
 * Large files of artifacts that come in parts, and indexes that find the versions whose time to live is over and the
 * drafts that nobody finishes. Not breaking: an older server takes such files whole, and keeps the versions.
 */
export const artifactPartsAndExpiryMigration: SchemaMigration = {
  name: '0020-artifact-parts-and-expiry',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('artifact_upload')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('bytes_id', long, (column) => column.notNull().references('artifact_bytes.id').onDelete('cascade'))
      .addColumn('upload_key', 'text', (column) => column.notNull())
      .addUniqueConstraint('artifact_upload_unique', ['bytes_id', 'upload_key'])
      .execute()
    await db.schema
      .createTable('artifact_upload_part')
      .addColumn('upload_id', long, (column) => column.notNull().references('artifact_upload.id').onDelete('cascade'))
      .addColumn('part_number', long, (column) => column.notNull())
      .addColumn('md5', 'text', (column) => column.notNull())
      .addColumn('blob_digest', 'text', (column) => column.references('blob.digest'))
      .addPrimaryKeyConstraint('artifact_upload_part_pk', ['upload_id', 'part_number'])
      .execute()
    await db.schema.createIndex('artifact_upload_part_blob').on('artifact_upload_part').column('blob_digest').execute()
    await sql`create index artifact_expiry on artifact ((created_at + ttl_seconds * 1000))
      where state = 'COMMITTED' and ttl_seconds > 0`.execute(db)
    await sql`create index artifact_draft on artifact (updated_at) where state = 'PENDING'`.execute(db)
  },
}
