import { sql, type Kysely } from 'kysely'
import { asIdentity, longType, type DatabaseDialect } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/**
 * The values of configs and summaries one by one, so that runs are sorted, filtered and grouped by them without reading
 * each run's JSON. Not breaking for readers; runs from before it are taken in by a repeated task, and until then are read
 * from their JSON.
 */
export const runValuesMigration: SchemaMigration = {
  name: '0015-run-values',
  async up(db, dialect) {
    await createKeyTable(db, dialect)
    await createValueTable(db, dialect)
    await db.schema
      .alterTable('run')
      .addColumn('value_index', 'text', (column) => column.notNull().defaultTo('none'))
      .execute()
    await sql`create index run_not_in_values on run (project_id, value_index) where value_index <> 'whole'`.execute(db)
    await createListIndex(db, dialect)
  },
}

async function createKeyTable(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const long = longType(dialect)
  await db.schema
    .createTable('run_key')
    .addColumn('id', long, asIdentity(dialect))
    .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
    .addColumn('root', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('has_numbers', 'integer', (column) => column.notNull())
    .addColumn('has_others', 'integer', (column) => column.notNull())
    .addUniqueConstraint('run_key_unique', ['entity_id', 'root', 'path'])
    .execute()
}

async function createValueTable(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const long = longType(dialect)
  const table = db.schema
    .createTable('run_value')
    .addColumn('run_id', long, (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('key_id', long, (column) => column.notNull().references('run_key.id'))
    .addColumn('project_id', long, (column) => column.notNull())
    .addColumn('number', 'double precision', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('is_cut', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('run_value_primary', ['run_id', 'key_id'])
  // A probe by run and key is then one look-up on SQLite, not one in an index and one in the table.
  await (dialect === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute()
  await db.schema
    .createIndex('run_value_order')
    .on('run_value')
    .columns(['key_id', 'project_id', 'number', 'text', 'run_id'])
    .execute()
}

/**
 * What lists of runs are mostly sorted and filtered by, without the pages that the configs fill. Postgres limits the
 * length of what is in an index, so the texts of any length stay out there; its rows keep long configs elsewhere anyway.
 */
async function createListIndex(db: Kysely<unknown>, dialect: DatabaseDialect): Promise<void> {
  const short = ['state', 'user_id', 'job_artifact_id', 'heartbeat_at', 'ended_at', 'name', 'value_index']
  const columns = ['project_id', 'deleted_at', 'created_at', 'id', ...short]
  const texts = dialect === 'sqlite' ? ['display_name', 'group_name', 'job_type', 'tags'] : []
  await db.schema
    .createIndex('run_list')
    .on('run')
    .columns([...columns, ...texts])
    .execute()
}
