import { isJsonObject, parseJson, UnsupportedError, type JsonValue } from '@slipway/core'
import { sql, type RawBuilder } from 'kysely'
import { containsTag, containsText, type DatabaseDialect } from '../database/dialect.ts'

const MAX_CONDITIONS = 200

type Condition = RawBuilder<boolean>
type Value = string | number | boolean

/** The fields that the client names, by both of its spellings. Times are ISO 8601 texts there and milliseconds here. */
const COLUMNS: Readonly<Record<string, { readonly column: string; readonly isTime?: true }>> = {
  name: { column: 'artifact_collection.name' },
  description: { column: 'artifact_collection.description' },
  type: { column: 'artifact_type.name' },
  createdAt: { column: 'artifact_collection.created_at', isTime: true },
  created_at: { column: 'artifact_collection.created_at', isTime: true },
  updatedAt: { column: 'artifact_collection.updated_at', isTime: true },
  updated_at: { column: 'artifact_collection.updated_at', isTime: true },
}
const TAGS = ['tag', 'tags']
const COMPARISONS: ReadonlyMap<string, RawBuilder<unknown>> = new Map([
  ['$gt', sql`>`],
  ['$gte', sql`>=`],
  ['$lt', sql`<`],
  ['$lte', sql`<=`],
])

/**
 * A condition on collections from the client's filter: JSON text in the style of MongoDB; null for none. Throws
 * UnsupportedError for what it does not understand, instead of listing what was not asked for.
 */
export function parseCollectionFilter(text: string | null | undefined, dialect: DatabaseDialect): Condition | null {
  const filter = text === null || text === undefined || text === '' ? null : parseJson(text)
  if (filter === null) return null
  let count = 0

  function take(): void {
    count += 1
    if (count > MAX_CONDITIONS) throw refuse(`it has more than ${MAX_CONDITIONS} conditions`)
  }

  function parseObject(value: JsonValue): Condition {
    if (!isJsonObject(value)) throw refuse('a condition is not an object')
    return join(
      Object.entries(value).map(([name, item]) => parseEntry(name, item)),
      sql` and `,
      sql<boolean>`1 = 1`,
    )
  }

  function parseEntry(name: string, value: JsonValue): Condition {
    take()
    if (name === '$and') return join(readList(name, value).map(parseObject), sql` and `, sql<boolean>`1 = 1`)
    if (name === '$or') return join(readList(name, value).map(parseObject), sql` or `, sql<boolean>`1 = 0`)
    if (name === '$not') return not(parseObject(value))
    if (!isJsonObject(value)) return isEqual(name, value)
    const operators = Object.entries(value).map(([operator, operand]) => applyOperator(name, operator, operand))
    return join(operators, sql` and `, sql<boolean>`1 = 1`)
  }

  function applyOperator(name: string, operator: string, operand: JsonValue): Condition {
    take()
    const comparison = COMPARISONS.get(operator)
    if (comparison !== undefined) return sql<boolean>`${columnOf(name)} ${comparison} ${readValue(name, operand)}`
    if (operator === '$eq') return isEqual(name, operand)
    if (operator === '$ne') return not(isEqual(name, operand))
    if (operator === '$in') return isAnyOf(name, readList(operator, operand))
    if (operator === '$nin') return not(isAnyOf(name, readList(operator, operand)))
    if (operator === '$contains' && typeof operand === 'string' && !TAGS.includes(name))
      return containsText(dialect, columnOf(name), operand)
    throw refuse(`"${operator.slice(0, 100)}" is not an operator for "${name.slice(0, 100)}"`)
  }

  function isAnyOf(name: string, values: readonly JsonValue[]): Condition {
    values.forEach(take)
    return join(
      values.map((value) => isEqual(name, value)),
      sql` or `,
      sql<boolean>`1 = 0`,
    )
  }

  function isEqual(name: string, value: JsonValue): Condition {
    if (TAGS.includes(name)) {
      if (typeof value !== 'string') throw refuse('a tag is not a text')
      return containsTag(dialect, sql<string>`artifact_collection.tags`, withoutNul(value))
    }
    if (value === null) return sql<boolean>`${columnOf(name)} is null`
    return sql<boolean>`coalesce(${columnOf(name)} = ${readValue(name, value)}, false)`
  }

  return parseObject(filter)
}

function columnOf(name: string): RawBuilder<string | null> {
  const known = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined
  if (known === undefined)
    throw refuse(`"${name.slice(0, 100)}" is none of ${[...Object.keys(COLUMNS), ...TAGS].join(', ')}`)
  return sql<string | null>`${sql.ref(known.column)}`
}

function readValue(name: string, value: JsonValue): Value {
  if (COLUMNS[name]?.isTime === true) {
    const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
    if (Number.isNaN(time)) throw refuse(`"${name}" is not compared with an ISO 8601 time`)
    return time
  }
  if (typeof value !== 'string') throw refuse(`"${name}" is not compared with a text`)
  return withoutNul(value)
}

// Postgres refuses a NUL in a text.
function withoutNul(value: string): string {
  if (value.includes('\0')) throw refuse('it holds a NUL character')
  return value
}

function readList(name: string, value: JsonValue): readonly JsonValue[] {
  if (!Array.isArray(value)) throw refuse(`"${name}" is not given a list`)
  return value
}

function join(conditions: readonly Condition[], word: RawBuilder<unknown>, none: Condition): Condition {
  return conditions.length === 0 ? none : sql<boolean>`(${sql.join(conditions, word)})`
}

function not(condition: Condition): Condition {
  return sql<boolean>`not ${condition}`
}

function refuse(why: string): UnsupportedError {
  return new UnsupportedError(
    `Cannot filter artifact collections: ${why}. Compare name, description, type, tags or the times with $eq, $ne, $in, $nin, $contains, $gt, $gte, $lt or $lte.`,
  )
}

/** By what a list of collections is ordered; what is equal, by id. */
export interface CollectionOrder {
  readonly by: 'name' | 'id' | 'updated_at'
  readonly isDescending: boolean
}

const ORDERS: ReadonlyMap<string, CollectionOrder['by']> = new Map([
  ['', 'id'],
  ['id', 'id'],
  // The order in which they were made.
  ['createdAt', 'id'],
  ['created_at', 'id'],
  ['name', 'name'],
  ['updatedAt', 'updated_at'],
  ['updated_at', 'updated_at'],
])

/** Reads an order such as `-name`; oldest first without one. Throws UnsupportedError for others. */
export function parseCollectionOrder(order: string | null | undefined): CollectionOrder {
  const name = (order ?? '').replace(/^[-+]/u, '')
  const by = ORDERS.get(name)
  if (by === undefined)
    throw new UnsupportedError(
      `Cannot sort artifact collections by "${name.slice(0, 100)}". Sort by name, createdAt or updatedAt, with "-" in front for the reverse.`,
    )
  return { by, isDescending: order?.startsWith('-') === true }
}
