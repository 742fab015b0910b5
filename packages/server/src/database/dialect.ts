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

/** Ends a subquery that picks rows to delete: on Postgres, rows that another transaction holds are passed over. */
export function forUpdateSkipLocked(dialect: DatabaseDialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`for update skip locked` : sql``
}

/**
 * Ends a subquery that picks rows to change: on Postgres, rows that another transaction is changing are passed over.
 * Rows that others only refer to are not: writing a row with a foreign key holds the row it names for a moment (FOR KEY
 * SHARE), and a row that is passed over for that would be missed by whoever was woken for it.
 */
export function forChangeSkipLocked(dialect: DatabaseDialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`for no key update skip locked` : sql``
}

/**
 * A subquery over a JSON array that is sent as one parameter: its rows have `position`, counted from 0, and the given
 * keys of each element as columns. The statement's text is then the same for any number of rows, so that it stays
 * prepared, and no limit on the number of parameters matters.
 */
export function jsonRows(
  dialect: DatabaseDialect,
  rows: readonly object[],
  columns: Readonly<Record<string, 'long' | 'text' | 'double'>>,
): RawBuilder<unknown> {
  const json = JSON.stringify(rows)
  if (dialect === 'sqlite') {
    const picked = Object.keys(columns).map((name) => `, value ->> '$.${name}' as ${name}`)
    return sql`(select key as position${sql.raw(picked.join(''))} from json_each(${json}))`
  }
  const picked = Object.entries(columns).map(
    ([name, type]) => `, (value ->> '${name}')::${POSTGRES_TYPES[type]} as ${name}`,
  )
  // The limit tells the planner that the rows are few; it expects a hundred else, and reads a whole table for them.
  return sql`(select ordinality - 1 as position${sql.raw(picked.join(''))}
    from json_array_elements(${json}::json) with ordinality as element (value, ordinality) limit ${rows.length})`
}

const POSTGRES_TYPES = { long: 'bigint', text: 'text', double: 'double precision' } as const

/** The values of a column of a subquery as JSON text of a list; SQL null where there are none. */
export function jsonListOf(dialect: DatabaseDialect, column: RawBuilder<unknown>): RawBuilder<string | null> {
  return dialect === 'postgres' ? sql`json_agg(${column})::text` : sql`json_group_array(${column})`
}

/** Ends a query whose rows nobody else may change until the transaction ends. SQLite has one writer at a time anyway. */
export function forUpdate(dialect: DatabaseDialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`for update` : sql``
}

/** A place inside a JSON document. The text of a document must be strict JSON. */
export interface JsonPlace {
  /** `number`, `string`, `boolean`, `null`, `array` or `object`; SQL null where the document has no such place. */
  readonly type: RawBuilder<string | null>
  /** The number at the place; SQL null where there is none. */
  readonly number: RawBuilder<number | null>
  /** The text at the place, of numbers and booleans too; JSON text of objects and arrays. */
  readonly text: RawBuilder<string | null>
}

/** The place that a path of keys leads to in a column of JSON text. */
export function jsonPlace(dialect: DatabaseDialect, document: RawBuilder<string>, path: readonly string[]): JsonPlace {
  if (dialect === 'postgres') {
    const keys = sql`${path}::text[]`
    const type = sql<string | null>`jsonb_typeof(${document}::jsonb #> ${keys})`
    const text = sql<string | null>`(${document}::jsonb #>> ${keys})`
    return { type, text, number: sql`case when ${type} = 'number' then ${text}::double precision end` }
  }
  // A key with a quote cannot be written in a path of SQLite; it asks for an element of the object, which is absent too.
  const keys = path.some((key) => key.includes('"')) ? '$[0]' : `$${path.map((key) => `."${key}"`).join('')}`
  const raw = sql`json_type(${document}, ${keys})`
  const type = sql<
    string | null
  >`case when ${raw} in ('integer', 'real') then 'number' when ${raw} = 'text' then 'string'
    when ${raw} in ('true', 'false') then 'boolean' else ${raw} end`
  const value = sql`json_extract(${document}, ${keys})`
  return {
    type,
    number: sql`case when ${type} = 'number' then cast(${value} as real) end`,
    text: sql`case when ${raw} in ('true', 'false') then ${raw} else cast(${value} as text) end`,
  }
}

/** Tells whether a text holds literal pieces in their order with anything, or nothing, between, before and after them as said. */
export function matchesPieces(
  dialect: DatabaseDialect,
  text: RawBuilder<string | null>,
  form: { readonly pieces: readonly string[]; readonly isOpenAtStart: boolean; readonly isOpenAtEnd: boolean },
): RawBuilder<boolean> {
  const any = dialect === 'postgres' ? '%' : '*'
  const escaped = form.pieces.map((piece) =>
    dialect === 'postgres' ? piece.replaceAll(/[\\%_]/gu, '\\$&') : piece.replaceAll(/[*?[]/gu, '[$&]'),
  )
  const pattern = `${form.isOpenAtStart ? any : ''}${escaped.join(any)}${form.isOpenAtEnd ? any : ''}`
  return dialect === 'postgres' ? sql`${text} like ${pattern}` : sql`${text} glob ${pattern}`
}

/** Tells whether a text matches an expression of `translatePattern` for the same dialect. */
export function matchesPattern(
  dialect: DatabaseDialect,
  text: RawBuilder<string | null>,
  pattern: string,
): RawBuilder<boolean> {
  return dialect === 'postgres' ? sql`(${text} ~ ${pattern})` : sql`matches_pattern(${text}, ${pattern})`
}

/** Tells whether a text holds a part, whatever the case of either. */
export function containsText(
  dialect: DatabaseDialect,
  text: RawBuilder<string | null>,
  part: string,
): RawBuilder<boolean> {
  const form = { pieces: [part.toLowerCase()], isOpenAtStart: true, isOpenAtEnd: true }
  return matchesPieces(dialect, sql<string | null>`lower(${text})`, form)
}

/** Tells whether a column of JSON text, a list of texts, holds a text. */
export function containsTag(dialect: DatabaseDialect, list: RawBuilder<string>, tag: string): RawBuilder<boolean> {
  return dialect === 'postgres'
    ? sql`${list}::jsonb @> ${JSON.stringify([tag])}::jsonb`
    : sql`exists (select 1 from json_each(${list}) as element where element.value = ${tag})`
}

/**
 * Keeps the bytes of a column as they are. Postgres compresses long values unless told otherwise, which costs more time
 * than all else that is done with numbers that do not get smaller by it. SQLite never compresses.
 */
export function storeUncompressed(dialect: DatabaseDialect, table: string, column: string): RawBuilder<unknown> {
  return dialect === 'postgres'
    ? sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set storage external`
    : sql`select 1`
}

/**
 * Has the database note which values of columns of a table come together, and how often. Postgres takes each column for
 * itself unless told otherwise; SQLite plans by the indexes.
 */
export function noteCombinations(
  dialect: DatabaseDialect,
  table: string,
  columns: readonly string[],
): RawBuilder<unknown> {
  const list = sql.join(columns.map((column) => sql.ref(column)))
  return dialect === 'postgres'
    ? sql`create statistics ${sql.raw(`${table}_combinations`)} (mcv) on ${list} from ${sql.table(table)}`
    : sql`select 1`
}
