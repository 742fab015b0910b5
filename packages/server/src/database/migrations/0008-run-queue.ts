import type { SchemaMigration } from '../migrate.ts'

export const runQueueMigration: SchemaMigration = {
  name: '0008-run-queue',
  async up() {},
}
