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
