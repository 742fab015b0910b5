import { InvalidInputError } from '@slipway/core'
import { PostgresDialect } from 'kysely'
import { DatabaseError, Pool, types, type PoolClient } from 'pg'
import type { Log } from '../log.ts'

/** Postgres' own numbers of the types int8 and numeric. */
const LONG_TYPE_IDS: ReadonlySet<number> = new Set([20, 1700])

/**
 * What Postgres says of a value that it cannot hold: a number out of range, a text with a NUL character, a text that is
 * no number, half of a surrogate pair in JSON, a pattern that ends within an escape.
 */
const UNSTORABLE_CODES: ReadonlySet<string | undefined> = new Set(['22003', '22021', '22P02', '22P05', '22025'])

/**
 * Opens a pool of Postgres connections as a Kysely dialect. 64-bit integers arrive as numbers, as from SQLite: ids,
 * sizes and times in milliseconds all stay far below 2^53. A value that Postgres cannot hold throws InvalidInputError.
 */
export function createPostgresDialect(connectionString: string, maxConnections: number, log: Log): PostgresDialect {
  const pool = new Pool({
    connectionString,
    max: maxConnections,
    types: {
      getTypeParser: (oid, format) => (LONG_TYPE_IDS.has(oid) ? Number : types.getTypeParser(oid, format)),
    },
  })
  pool.on('connect', refuseUnstorable)
  pool.on('connect', planShortQueries)
  // An idle connection that breaks, as when Postgres starts again, is no reason to end: the next query opens another.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle connection to Postgres was lost'))
  return new PostgresDialect({ pool })
}

// Postgres compiles what it takes for a long query, such as counting the runs that a filter finds, and shares it among
// several processes. To begin either takes longer than it saves in queries of ours: without the second one, that count
// took 33 ms in place of 40 ms of an idle machine with two cores, and leaves one of them to others.
function planShortQueries(client: PoolClient): void {
  // A connection that is lost here tells the query that it was opened for.
  client.query('set jit = off; set max_parallel_workers_per_gather = 0').catch(() => undefined)
}

// Such values come from callers, who may write anything into a text; each store looking for them would miss some.
function refuseUnstorable(client: PoolClient): void {
  const send: unknown = Reflect.get(client, 'query')
  if (typeof send !== 'function') return
  Object.assign(client, {
    async query(...parameters: readonly unknown[]): Promise<unknown> {
      try {
        return await Reflect.apply(send, client, parameters)
      } catch (error) {
        throw error instanceof DatabaseError && UNSTORABLE_CODES.has(error.code) ? unstorable(error) : error
      }
    },
  })
}

function unstorable(cause: DatabaseError): InvalidInputError {
  return new InvalidInputError(
    'Cannot store or look up a value of the request: it holds a NUL character, half of a surrogate pair, or a number that is too large. Send another value.',
    { cause },
  )
}
