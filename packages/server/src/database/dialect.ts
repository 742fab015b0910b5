import { sql, type ColumnDefinitionBuilder, type RawBuilder } from 'kysely'

/** Which database engine is behind the connection. What differs between the two lives in this file only. */
export type DatabaseDialect = 'sqlite' | 'postgres'

/** The type of a column of bytes. */
export function bytesType(dialect: DatabaseDialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`bytea` : sql`blob`
}

/** The type of a whole number of up to 2^53, such as an id, a size, or a time in milliseconds since 1970. */
export function longType(dialect: DatabaseDialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`bigint` : sql`integer`
}

/** Makes a `longType` column the primary key that the database numbers by itself, never using a number twice. */
export function asIdentity(dialect: DatabaseDialect): (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder {
  return (column) =>
    dialect === 'postgres' ? column.generatedByDefaultAsIdentity().primaryKey() : column.primaryKey().autoIncrement()
}

/** Ends a subquery that picks rows to claim: on Postgres, rows that another transaction is claiming are passed over. */
export function forUpdateSkipLocked(dialect: DatabaseDialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`for update skip locked` : sql``
}

/**
 * A subquery over a JSON array that is sent as one parameter: its rows have `position`, counted from 0, and the given
 * keys of each element as columns. The statement's text is then the same for any number of rows, so that it stays
 * prepared, and no limit on the number of parameters matters.
 */
export function jsonRows(
  dialect: DatabaseDialect,
  rows: readonly object[],
  columns: Readonly<Record<string, 'long' | 'text'>>,
): RawBuilder<unknown> {
  const json = JSON.stringify(rows)
  if (dialect === 'sqlite') {
    const picked = Object.keys(columns).map((name) => `, value ->> '$.${name}' as ${name}`)
    return sql`(select key as position${sql.raw(picked.join(''))} from json_each(${json}))`
  }
  const picked = Object.entries(columns).map(
    ([name, type]) => `, (value ->> '${name}')::${type === 'long' ? 'bigint' : 'text'} as ${name}`,
  )
  return sql`(select ordinality - 1 as position${sql.raw(picked.join(''))}
    from json_array_elements(${json}::json) with ordinality as element (value, ordinality))`
}

/** Ends a query whose rows nobody else may change until the transaction ends. SQLite has one writer at a time anyway. */
export function forUpdate(dialect: DatabaseDialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`for update` : sql``
}
