import { asIdentity, longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** Runs and the alerts that their programs raise. A deleted run keeps its row, so that its id is never taken again. */
export const runMigration: SchemaMigration = {
  name: '0003-run',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('run')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('project_id', long, (column) => column.notNull().references('project.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('number', long, (column) => column.notNull())
      .addColumn('display_name', 'text', (column) => column.notNull())
      .addColumn('description', 'text')
      .addColumn('notes', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('tags', 'text', (column) => column.notNull())
      .addColumn('group_name', 'text')
      .addColumn('job_type', 'text')
      .addColumn('commit_hash', 'text')
      .addColumn('host', 'text')
      .addColumn('program', 'text')
      .addColumn('repo', 'text')
      .addColumn('sweep_name', 'text')
      .addColumn('user_id', long, (column) => column.notNull().references('app_user.id'))
      .addColumn('job_artifact_id', long)
      .addColumn('exit_code', 'integer')
      .addColumn('heartbeat_at', long, (column) => column.notNull())
      .addColumn('stop_requested_at', long)
      .addColumn('created_at', long, (column) => column.notNull())
      .addColumn('updated_at', long, (column) => column.notNull())
      .addColumn('ended_at', long)
      .addColumn('deleted_at', long)
      // The long texts come last: SQLite reads the columns before them without touching their pages.
      .addColumn('config', 'text', (column) => column.notNull())
      .addColumn('strict_config', 'text')
      .addColumn('summary', 'text', (column) => column.notNull())
      .addColumn('strict_summary', 'text')
      .addUniqueConstraint('run_name_unique', ['project_id', 'name'])
      .execute()
    await db.schema.createIndex('run_number').on('run').columns(['project_id', 'number']).execute()
    await db.schema.createIndex('run_user').on('run').column('user_id').execute()
    await db.schema.createIndex('run_job').on('run').column('job_artifact_id').execute()
    await db.schema.createIndex('run_heartbeat').on('run').columns(['state', 'heartbeat_at']).execute()
    await db.schema
      .createTable('run_alert')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('run_id', long, (column) => column.notNull().references('run.id').onDelete('cascade'))
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('severity', 'text', (column) => column.notNull())
      .addColumn('wait_nanoseconds', long)
      .addColumn('created_at', long, (column) => column.notNull())
      .execute()
    await db.schema.createIndex('run_alert_run').on('run_alert').column('run_id').execute()
  },
}
