import { Kysely } from 'kysely'
import type { Log } from '../log.ts'
import type { Database, Executor, Tables } from './database.ts'
import { lockDatabaseFile } from './file-lock.ts'
import { migrateToLatest } from './migrate.ts'
import { createPostgresDialect } from './postgres.ts'
import { createSqliteDialect } from './sqlite.ts'

/** Where the data is: a SQLite file (or `:memory:`), or a Postgres server. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly connectionString: string; readonly maxConnections: number }

/** Opens the database and brings its schema up to date. Throws when a newer program has changed the schema since. */
export async function openDatabase(location: DatabaseLocation, log: Log): Promise<Database> {
  const lock = location.kind === 'sqlite' && location.file !== ':memory:' ? lockDatabaseFile(location.file) : null
  const db = new Kysely<Tables>({
    dialect:
      location.kind === 'sqlite'
        ? createSqliteDialect(location.file)
        : createPostgresDialect(location.connectionString, location.maxConnections, log),
  })
  try {
    await migrateToLatest(db, location.kind)
  } catch (error) {
    await db.destroy()
    lock?.[Symbol.dispose]()
    throw error
  }
  const commitCallbacks = new WeakMap<Executor, (() => void)[]>()
  return {
    db,
    dialect: location.kind,
    async transaction(work) {
      const callbacks: (() => void)[] = []
      const result = await db.transaction().execute((transaction) => {
        commitCallbacks.set(transaction, callbacks)
        return work(transaction)
      })
      for (const callback of callbacks) callback()
      return result
    },
    afterCommit(executor, callback) {
      const callbacks = commitCallbacks.get(executor)
      if (callbacks === undefined) callback()
      else callbacks.push(callback)
    },
    // SQLite has one connection, which a transaction has for itself.
    snapshot: (work) =>
      location.kind === 'sqlite'
        ? db.transaction().execute(work)
        : db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    async close() {
      await db.destroy()
      lock?.[Symbol.dispose]()
    },
  }
}
