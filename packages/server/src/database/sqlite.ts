import { closeSync, openSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import { createPatternMatcher, type PatternMatcher } from './pattern-matcher.ts'

/** Statements kept prepared; a statement holds some kilobytes, and the server has a few hundred different ones. */
const MAX_PREPARED_STATEMENTS = 500

/**
 * Opens a SQLite database file (or `:memory:`) as a Kysely dialect. Every commit is on disk before it returns
 * (`synchronous=FULL`), and readers do not block the writer (WAL).
 */
export function createSqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({ database: () => Promise.resolve(openSqlite(file)) })
}

function openSqlite(file: string): SqliteDatabase {
  // SQLite would make it readable for every user of the machine; the files it puts beside take over the mode.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600))
  const database = new DatabaseSync(file)
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma busy_timeout = 5000;
    pragma temp_store = memory;
    pragma cache_size = -32000;
    pragma journal_size_limit = 67108864;
  `)
  const matcher = createPatternMatcher()
  database.function('matches_pattern', { deterministic: true, directOnly: true }, (text, pattern) =>
    matcher.match(text, pattern),
  )
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql)
      if (known !== undefined) return known
      const statement = adaptStatement(database.prepare(sql), matcher)
      if (prepared.size >= MAX_PREPARED_STATEMENTS) prepared.clear()
      prepared.set(sql, statement)
      return statement
    },
  }
}

function adaptStatement(statement: StatementSync, matcher: PatternMatcher): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all(parameters) {
      matcher.begin()
      return statement.all(...parameters.map(toSqliteValue))
    },
    run(parameters) {
      matcher.begin()
      return statement.run(...parameters.map(toSqliteValue))
    },
    iterate(parameters) {
      matcher.begin()
      return statement.iterate(...parameters.map(toSqliteValue))
    },
  }
}

function toSqliteValue(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  return value === undefined ? null : (value as SQLInputValue)
}
