import type { SchemaMigration } from '../migrate.ts'

export const fileMigration: SchemaMigration = {
  name: '0005-file',
  async up() {},
}
