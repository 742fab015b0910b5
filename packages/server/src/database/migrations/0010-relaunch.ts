import { sql, type Kysely } from 'kysely'
import { asIdentity, longType, type DatabaseDialect } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** What it takes to launch again: presets with their versions, what items had for inputs, and which item repeats which. */
export const relaunchMigration: SchemaMigration = {
  name: '0010-relaunch',
  async up(db, dialect) {
    await createPresetTables(db, dialect)
    await extendItems(db, dialect)
  },
}

async function createPresetTables(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const long = longType(dialect)
  await db.schema
    .createTable('preset')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('job_path', 'text')
    // Versions below this belong to a preset of the same name that was deleted: they are read by id only.
    .addColumn('first_version', 'integer', (column) => column.notNull())
    .addColumn('next_version', 'integer', (column) => column.notNull())
    .addColumn('created_by', long, (column) => column.notNull().references('app_user.id'))
    .addColumn('created_at', long, (column) => column.notNull())
    .addColumn('deleted_at', long)
    // Deleted ones keep their name: saving under it again goes on counting, so that `name@v2` never means two things.
    .addUniqueConstraint('preset_name_unique', ['entity_id', 'name'])
    .execute()
  await db.schema.createIndex('preset_entity').on('preset').columns(['entity_id', 'id']).execute()
  await db.schema.createIndex('preset_created_by').on('preset').column('created_by').execute()
  await db.schema
    .createTable('preset_version')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('preset_id', long, (column) => column.notNull().references('preset.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('author_id', long, (column) => column.notNull().references('app_user.id'))
    .addColumn('created_at', long, (column) => column.notNull())
    .addColumn('base_ids', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addUniqueConstraint('preset_version_unique', ['preset_id', 'version'])
    .execute()
  await db.schema.createIndex('preset_version_author').on('preset_version').column('author_id').execute()
}

async function extendItems(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  await db.schema.alterTable('run_queue_item').addColumn('inputs_digest', 'text').execute()
  await db.schema
    .alterTable('run_queue_item')
    .addColumn('retry_of', longType(dialect), (column) => column.references('run_queue_item.id'))
    .execute()
  await sql`create index run_queue_item_inputs on run_queue_item (inputs_digest, id) where inputs_digest is not null`.execute(
    db,
  )
  // Items from before this migration get their digest when somebody first looks for duplicates of their job version.
  await sql`create index run_queue_item_undigested on run_queue_item (job_artifact_id, id)
    where inputs_digest is null and job_artifact_id is not null`.execute(db)
  await sql`create index run_queue_item_retry on run_queue_item (retry_of, id) where retry_of is not null`.execute(db)
  // How long items of a queue run, of late, tells when the next one may start.
  await sql`create index run_queue_item_ended on run_queue_item (run_queue_id, ended_at)
    where state in ('finished', 'failed')`.execute(db)
}
