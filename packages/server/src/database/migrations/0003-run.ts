import type { SchemaMigration } from '../migrate.ts'

export const runMigration: SchemaMigration = {
  name: '0003-run',
  async up() {},
}
