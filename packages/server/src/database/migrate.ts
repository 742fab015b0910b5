import { UnavailableError } from '@slipway/core'
import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { DatabaseDialect } from './dialect.ts'
import { migrations } from './migrations.ts'

/**
 * Runs the migrations that this database lacks. Several servers may start at once: a lock in the database lets one
 * migrate while the others wait.
 */
export async function migrateToLatest<T>(db: Kysely<T>, dialect: DatabaseDialect): Promise<void> {
  const known = migrations.map((migration): [string, Migration] => [
    migration.name,
    { up: (database: Kysely<unknown>) => migration.up(database, dialect) },
  ])
  const migrator = new Migrator({
    db,
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
    provider: { getMigrations: () => Promise.resolve(Object.fromEntries(known)) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && error.message.includes('corrupted migrations')) {
    throw new UnavailableError(
      'Cannot open the database: a newer version of Slipway has changed its schema. Start that version or a later one.',
      { cause: error },
    )
  }
  throw error instanceof Error ? error : new Error('Cannot migrate the database', { cause: error })
}
