import { sql, type Kysely } from 'kysely'
import { asIdentity, longType, type DatabaseDialect } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** Run queues, their items, what items said, and launches that were refused. */
export const runQueueMigration: SchemaMigration = {
  name: '0008-run-queue',
  async up(db, dialect) {
    await createQueueTables(db, dialect)
    await createItemTables(db, dialect)
    await createRefusedLaunchTable(db, dialect)
  },
}

async function createQueueTables(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const long = longType(dialect)
  await db.schema
    .createTable('default_resource_config')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
    .addColumn('resource', 'text', (column) => column.notNull())
    .addColumn('config', 'text', (column) => column.notNull())
    .addColumn('template_variables', 'text', (column) => column.notNull())
    .addColumn('created_at', long, (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('default_resource_config_entity')
    .on('default_resource_config')
    .column('entity_id')
    .execute()
  await db.schema
    .createTable('run_queue')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
    .addColumn('project_id', long, (column) => column.notNull().references('project.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('access', 'text', (column) => column.notNull())
    .addColumn('has_priorities', 'integer', (column) => column.notNull())
    .addColumn('is_paused', 'integer', (column) => column.notNull())
    .addColumn('config_id', long, (column) => column.references('default_resource_config.id'))
    .addColumn('external_links', 'text')
    .addColumn('created_by', long, (column) => column.notNull().references('app_user.id'))
    .addColumn('created_at', long, (column) => column.notNull())
    .addColumn('deleted_at', long)
    .execute()
  await sql`create unique index run_queue_name on run_queue (entity_id, name) where deleted_at is null`.execute(db)
  await db.schema.createIndex('run_queue_project').on('run_queue').column('project_id').execute()
  await db.schema.createIndex('run_queue_config').on('run_queue').column('config_id').execute()
  await db.schema.createIndex('run_queue_created_by').on('run_queue').column('created_by').execute()
}

async function createItemTables(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const long = longType(dialect)
  await db.schema
    .createTable('run_queue_item')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('run_queue_id', long, (column) => column.notNull().references('run_queue.id'))
    .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
    .addColumn('project_name', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('job_path', 'text')
    .addColumn('job_artifact_id', long)
    .addColumn('author_id', long, (column) => column.notNull().references('app_user.id'))
    .addColumn('run_name', 'text')
    .addColumn('has_fixed_run_id', 'integer', (column) => column.notNull())
    .addColumn('is_attended', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('launch_agent_id', long)
    .addColumn('lease_generation', long)
    .addColumn('leased_at', long)
    .addColumn('leased_until', long)
    .addColumn('claimed_at', long)
    .addColumn('started_at', long)
    .addColumn('ended_at', long)
    .addColumn('heartbeat_at', long)
    .addColumn('stop_requested_at', long)
    .addColumn('exit_code', long)
    .addColumn('stage', 'text')
    .addColumn('created_at', long, (column) => column.notNull())
    .addColumn('log_bytes', long, (column) => column.notNull().defaultTo(0))
    .addColumn('reason', 'text')
    .addColumn('file_paths', 'text')
    // The long text comes last: SQLite reads the columns before it without touching its pages.
    .addColumn('run_spec', 'text', (column) => column.notNull())
    .execute()
  // Only few of all items wait or are in work, and the hot statements look at nothing else.
  await sql`create index run_queue_item_pending on run_queue_item (run_queue_id, priority, id) where state = 'pending'`.execute(
    db,
  )
  await sql`create index run_queue_item_leased on run_queue_item (leased_until) where state = 'leased'`.execute(db)
  await sql`create index run_queue_item_claimed on run_queue_item (heartbeat_at) where state = 'claimed'`.execute(db)
  await sql`create index run_queue_item_held on run_queue_item (launch_agent_id) where state in ('leased', 'claimed')`.execute(
    db,
  )
  await sql`create index run_queue_item_run on run_queue_item (entity_id, run_name) where run_name is not null`.execute(
    db,
  )
  await db.schema.createIndex('run_queue_item_queue').on('run_queue_item').columns(['run_queue_id', 'id']).execute()
  await db.schema.createIndex('run_queue_item_entity').on('run_queue_item').columns(['entity_id', 'id']).execute()
  await db.schema
    .createTable('run_queue_item_warning')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('item_id', long, (column) => column.notNull().references('run_queue_item.id').onDelete('cascade'))
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('stage', 'text')
    .addColumn('created_at', long, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('run_queue_item_warning_item').on('run_queue_item_warning').column('item_id').execute()
  await db.schema
    .createTable('run_queue_item_log')
    .addColumn('item_id', long, (column) => column.notNull().references('run_queue_item.id').onDelete('cascade'))
    .addColumn('byte_offset', long, (column) => column.notNull())
    .addColumn('byte_length', long, (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('run_queue_item_log_key', ['item_id', 'byte_offset'])
    .execute()
}

async function createRefusedLaunchTable(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const long = longType(dialect)
  await db.schema
    .createTable('refused_launch')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
    .addColumn('author_id', long, (column) => column.notNull().references('app_user.id'))
    .addColumn('queue_name', 'text', (column) => column.notNull())
    .addColumn('job_path', 'text')
    .addColumn('request_hash', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('problems', 'text', (column) => column.notNull())
    .addColumn('created_at', long, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('refused_launch_entity').on('refused_launch').columns(['entity_id', 'id']).execute()
  await db.schema
    .createIndex('refused_launch_hash')
    .on('refused_launch')
    .columns(['request_hash', 'created_at'])
    .execute()
}
