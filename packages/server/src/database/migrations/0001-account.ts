import { asIdentity, longType } from '../dialect.ts'
import type { SchemaMigration } from '../schema-migration.ts'

/** People, the entities that own things, membership, and the keys and sessions that prove who asks. */
export const accountMigration: SchemaMigration = {
  name: '0001-account',
  async up(db, dialect) {
    const long = longType(dialect)
    await db.schema
      .createTable('entity')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('is_team', 'integer', (column) => column.notNull())
      .addColumn('created_at', long, (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('app_user')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('username', 'text', (column) => column.notNull().unique())
      .addColumn('email', 'text')
      .addColumn('is_admin', 'integer', (column) => column.notNull())
      .addColumn('entity_id', long, (column) => column.notNull().references('entity.id'))
      .addColumn('created_at', long, (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('team_member')
      .addColumn('entity_id', long, (column) => column.notNull().references('entity.id').onDelete('cascade'))
      .addColumn('user_id', long, (column) => column.notNull().references('app_user.id').onDelete('cascade'))
      .addColumn('is_admin', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('team_member_pk', ['entity_id', 'user_id'])
      .execute()
    await db.schema.createIndex('team_member_user').on('team_member').column('user_id').execute()
    await db.schema
      .createTable('api_key')
      .addColumn('id', long, asIdentity(dialect))
      .addColumn('user_id', long, (column) => column.notNull().references('app_user.id').onDelete('cascade'))
      .addColumn('hash', 'text', (column) => column.notNull().unique())
      .addColumn('prefix', 'text', (column) => column.notNull())
      .addColumn('description', 'text')
      .addColumn('created_at', long, (column) => column.notNull())
      .addColumn('last_used_at', long)
      .execute()
    await db.schema.createIndex('api_key_user').on('api_key').column('user_id').execute()
    await db.schema
      .createTable('login_link')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('user_id', long, (column) => column.notNull().references('app_user.id').onDelete('cascade'))
      .addColumn('expires_at', long, (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('session')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('user_id', long, (column) => column.notNull().references('app_user.id').onDelete('cascade'))
      .addColumn('expires_at', long, (column) => column.notNull())
      .execute()
  },
}
