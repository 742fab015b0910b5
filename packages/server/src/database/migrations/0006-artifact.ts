import type { SchemaMigration } from '../migrate.ts'

export const artifactMigration: SchemaMigration = {
  name: '0006-artifact',
  async up() {},
}
