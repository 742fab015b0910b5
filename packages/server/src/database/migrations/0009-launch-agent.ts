import type { SchemaMigration } from '../migrate.ts'

export const launchAgentMigration: SchemaMigration = {
  name: '0009-launch-agent',
  async up() {},
}
