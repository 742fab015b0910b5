import { sql } from 'kysely'
import type { SchemaMigration } from '../schema-migration.ts'

/**
 * What people look at of a queue: its open items, its ended ones by state, and what ended when. Indexes only, so it is not
 * breaking. Each is partial: an item is in few of them at a time, and pushing and taking items stays as fast as it was.
 */
export const queueViewMigration: SchemaMigration = {
  name: '0016-queue-view',
  async up(db) {
    await sql`create index run_queue_item_open on run_queue_item (run_queue_id, id)
      where state in ('pending', 'leased', 'claimed')`.execute(db)
    // How many run is counted for each queue of a list.
    await sql`create index run_queue_item_in_work on run_queue_item (run_queue_id)
      where state in ('leased', 'claimed')`.execute(db)
    await sql`create index run_queue_item_over on run_queue_item (run_queue_id, state, id)
      where state in ('finished', 'failed', 'stopped', 'cancelled')`.execute(db)
    await sql`create index run_queue_item_taken_back on run_queue_item (run_queue_id, ended_at)
      where state in ('stopped', 'cancelled')`.execute(db)
  },
}
