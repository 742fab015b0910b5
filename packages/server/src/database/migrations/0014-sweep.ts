import { sql, type Kysely } from 'kysely'
import { asIdentity, longType, type DatabaseDialect } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** Sweeps, their agents and their points. Not breaking: an older server does not look at them. */
export const sweepMigration: SchemaMigration = {
  name: '0014-sweep',
  async up(db, dialect) {
    await createSweepTable(db, dialect)
    await createAgentAndPointTables(db, dialect)
    await sql`create index run_sweep on run (project_id, sweep_name, id) where sweep_name is not null`.execute(db)
    // The point that an item runs. It is unique, so that several servers never queue one point twice.
    await db.schema.alterTable('run_queue_item').addColumn('sweep_point_id', longType(dialect)).execute()
    await sql`create unique index run_queue_item_sweep_point on run_queue_item (sweep_point_id)
      where sweep_point_id is not null`.execute(db)
  },
}

async function createSweepTable(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const long = longType(dialect)
  await db.schema
    .createTable('sweep')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('project_id', long, (column) => column.notNull().references('project.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('display_name', 'text')
    .addColumn('description', 'text')
    .addColumn('config', 'text', (column) => column.notNull())
    .addColumn('method', 'text', (column) => column.notNull())
    .addColumn('controller', 'text')
    .addColumn('scheduler', 'text')
    .addColumn('scheduler_item_id', long, (column) => column.references('run_queue_item.id'))
    .addColumn('launch', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('seed', 'text', (column) => column.notNull())
    .addColumn('next_number', 'integer', (column) => column.notNull())
    // Why no further point comes; null while there may be more.
    .addColumn('exhausted', 'text')
    .addColumn('prior_run_ids', 'text', (column) => column.notNull())
    .addColumn('user_id', long, (column) => column.notNull().references('app_user.id'))
    .addColumn('created_at', long, (column) => column.notNull())
    .addColumn('updated_at', long, (column) => column.notNull())
    .addColumn('heartbeat_at', long)
    .addColumn('ended_at', long)
    .addColumn('deleted_at', long)
    .addUniqueConstraint('sweep_name_unique', ['project_id', 'name'])
    .execute()
  await db.schema.createIndex('sweep_project').on('sweep').columns(['project_id', 'id']).execute()
  await db.schema.createIndex('sweep_user').on('sweep').column('user_id').execute()
  await sql`create index sweep_scheduler_item on sweep (scheduler_item_id) where scheduler_item_id is not null`.execute(
    db,
  )
  await sql`create index sweep_live on sweep (id) where state in ('PENDING', 'RUNNING', 'PAUSED')`.execute(db)
}

async function createAgentAndPointTables(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const long = longType(dialect)
  await db.schema
    .createTable('sweep_agent')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('sweep_id', long, (column) => column.notNull().references('sweep.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('user_id', long, (column) => column.notNull().references('app_user.id'))
    .addColumn('created_at', long, (column) => column.notNull())
    .addColumn('heartbeat_at', long, (column) => column.notNull())
    .addUniqueConstraint('sweep_agent_name_unique', ['sweep_id', 'name'])
    .execute()
  await db.schema.createIndex('sweep_agent_user').on('sweep_agent').column('user_id').execute()
  await db.schema
    .createTable('sweep_point')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('sweep_id', long, (column) => column.notNull().references('sweep.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('tree', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('controller_key', 'text')
    .addColumn('display_name', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('run_id', long, (column) => column.references('run.id'))
    .addColumn('sweep_agent_id', long, (column) => column.references('sweep_agent.id'))
    .addColumn('item_id', long, (column) => column.references('run_queue_item.id'))
    .addColumn('ended_at', long)
    .addColumn('created_at', long, (column) => column.notNull())
    .addUniqueConstraint('sweep_point_number_unique', ['sweep_id', 'number'])
    .execute()
  await sql`create index sweep_point_open on sweep_point (sweep_id, number) where ended_at is null`.execute(db)
  await sql`create index sweep_point_run on sweep_point (run_id) where run_id is not null`.execute(db)
  await sql`create index sweep_point_agent on sweep_point (sweep_agent_id, id) where sweep_agent_id is not null`.execute(
    db,
  )
  await sql`create index sweep_point_item on sweep_point (item_id) where item_id is not null`.execute(db)
}
