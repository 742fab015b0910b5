import type { SchemaMigration } from '../migrate.ts'

export const jobMigration: SchemaMigration = {
  name: '0007-job',
  async up() {},
}
