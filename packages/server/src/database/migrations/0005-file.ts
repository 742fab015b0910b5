import { asIdentity, longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** Stored bytes, each kept once, the files of runs, and the secret that signs addresses. */
export const fileMigration: SchemaMigration = {
  name: '0005-file',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('blob')
      .addColumn('digest', 'text', (column) => column.primaryKey())
      .addColumn('md5', 'text', (column) => column.notNull())
      .addColumn('size', long, (column) => column.notNull())
      .addColumn('reference_count', long, (column) => column.notNull())
      .addColumn('touched_at', long, (column) => column.notNull())
      .execute()
    await db.schema.createIndex('blob_unheld').on('blob').columns(['reference_count', 'touched_at']).execute()
    await db.schema
      .createTable('run_file')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('run_id', long, (column) => column.notNull().references('run.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.references('blob.digest'))
      .addColumn('md5', 'text')
      .addColumn('size', long, (column) => column.notNull())
      .addColumn('created_at', long, (column) => column.notNull())
      .addColumn('uploaded_at', long)
      .addUniqueConstraint('run_file_name_unique', ['run_id', 'name'])
      .execute()
    await db.schema.createIndex('run_file_digest').on('run_file').column('digest').execute()
    await db.schema
      .createTable('server_secret')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute()
  },
}
