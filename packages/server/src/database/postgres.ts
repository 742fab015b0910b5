import { PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'

/** Postgres' own numbers of the types int8 and numeric. */
const LONG_TYPE_IDS: ReadonlySet<number> = new Set([20, 1700])

/**
 * Opens a pool of Postgres connections as a Kysely dialect. 64-bit integers arrive as numbers, as from SQLite: ids,
 * sizes and times in milliseconds all stay far below 2^53.
 */
export function createPostgresDialect(connectionString: string, maxConnections: number): PostgresDialect {
  return new PostgresDialect({
    pool: new Pool({
      connectionString,
      max: maxConnections,
      types: {
        getTypeParser: (oid, format) => (LONG_TYPE_IDS.has(oid) ? Number : types.getTypeParser(oid, format)),
      },
    }),
  })
}
