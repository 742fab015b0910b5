import type { SchemaMigration } from '../schema-migration.ts'

/** Indexes in whose order pages of teams, API keys and secrets are read. Not breaking: they add no rule. */
export const listPagesMigration: SchemaMigration = {
  name: '0022-list-pages',
  async up(db) {
    await db.schema.createIndex('entity_team_name').on('entity').columns(['is_team', 'name']).execute()
    await db.schema.createIndex('api_key_user_id').on('api_key').columns(['user_id', 'id']).execute()
    await db.schema.dropIndex('api_key_user').execute()
    await db.schema.createIndex('secret_entity_name').on('secret').columns(['entity_id', 'name']).execute()
  },
}
