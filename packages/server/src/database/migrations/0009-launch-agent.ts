import { asIdentity, longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** Launch agents and the queues that they listen to. */
export const launchAgentMigration: SchemaMigration = {
  name: '0009-launch-agent',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('launch_agent')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('hostname', 'text', (column) => column.notNull())
      .addColumn('config', 'text')
      .addColumn('version', 'text')
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('is_stopping', 'integer', (column) => column.notNull())
      .addColumn('generation', long, (column) => column.notNull())
      .addColumn('created_by', long, (column) => column.notNull().references('app_user.id'))
      .addColumn('created_at', long, (column) => column.notNull())
      .addColumn('heartbeat_at', long, (column) => column.notNull())
      .execute()
    await db.schema.createIndex('launch_agent_entity').on('launch_agent').columns(['entity_id', 'id']).execute()
    await db.schema
      .createTable('launch_agent_queue')
      .addColumn('launch_agent_id', long, (column) =>
        column.notNull().references('launch_agent.id').onDelete('cascade'),
      )
      .addColumn('run_queue_id', long, (column) => column.notNull().references('run_queue.id').onDelete('cascade'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('launch_agent_queue_key', ['launch_agent_id', 'run_queue_id'])
      .execute()
    await db.schema.createIndex('launch_agent_queue_queue').on('launch_agent_queue').column('run_queue_id').execute()
  },
}
