import type { SchemaMigration } from '../migrate.ts'

export const historyMigration: SchemaMigration = {
  name: '0004-history',
  async up() {},
}
