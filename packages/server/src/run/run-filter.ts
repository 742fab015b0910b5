import { InvalidInputError, isJsonObject, parseJson, type JsonObject, type JsonValue } from '@slipway/core'
import { sql, type RawBuilder } from 'kysely'
import { containsTag, type DatabaseDialect } from '../database/dialect.ts'
import { matchesExpression } from '../database/text-expression.ts'
import { all, any, not, plain, type RunCondition } from './run-condition.ts'
import { findRunField, type RunField } from './run-field.ts'
import { BELOW_NUMBERS, MAX_TEXT, TYPE_RANKS } from './run-value.ts'
import type { RunValueLookup } from './run-value-lookup.ts'

const MAX_CONDITIONS = 500
const MAX_DEPTH = 30

/** A condition on runs from the client's filters: JSON text in the style of MongoDB. Throws InvalidInputError. */
export function parseRunFilter(
  text: string | null,
  dialect: DatabaseDialect,
  lookup: RunValueLookup,
): RunCondition | null {
  const filter = text === null || text === '' ? null : parseJson(text)
  if (filter === null) return null
  if (/\\u0000/u.test(text ?? '')) throw refusal('it holds a NUL character')
  // Every value is a condition of its own in SQL, whose number and nesting the databases limit.
  let count = 0
  function take(more: number): void {
    count += more
    if (count > MAX_CONDITIONS) throw refusal(`it has more than ${MAX_CONDITIONS} conditions`)
  }

  function parseObject(value: JsonValue, depth: number): RunCondition {
    if (!isJsonObject(value)) throw refusal('a condition is not an object')
    if (depth > MAX_DEPTH) throw refusal(`it is nested more than ${MAX_DEPTH} levels deep`)
    return all(Object.entries(value).map(([name, item]) => parseEntry(name, item, depth)))
  }

  function parseList(name: string, value: JsonValue, depth: number): readonly RunCondition[] {
    if (!Array.isArray(value)) throw refusal(`"${name}" is not a list`)
    return value.map((item: JsonValue) => parseObject(item, depth + 1))
  }

  function parseEntry(name: string, value: JsonValue, depth: number): RunCondition {
    take(1)
    if (name === '$and') return all(parseList(name, value, depth))
    if (name === '$or') return any(parseList(name, value, depth))
    if (name === '$nor') return not(any(parseList(name, value, depth)))
    if (name === '$not') return not(parseObject(value, depth + 1))
    return parseField(findRunField(name, lookup), value, depth)
  }

  function parseField(field: RunField, value: JsonValue, depth: number): RunCondition {
    if (depth > MAX_DEPTH) throw refusal(`it is nested more than ${MAX_DEPTH} levels deep`)
    if (!isOperators(value)) return isEqual(field, value, dialect)
    if (value['$options'] !== undefined && value['$regex'] === undefined)
      throw refusal('"$options" is without "$regex"')
    return all(
      Object.entries(value).map(([operator, operand]) => {
        take(Array.isArray(operand) ? operand.length : 1)
        return operator === '$not'
          ? not(parseField(field, operand, depth + 1))
          : applyOperator(field, operator, operand, { dialect, options: value['$options'] })
      }),
    )
  }

  return parseObject(filter, 0)
}

function isOperators(value: JsonValue): value is JsonObject {
  return isJsonObject(value) && Object.keys(value).some((key) => key.startsWith('$'))
}

function applyOperator(field: RunField, operator: string, operand: JsonValue, how: MatchOptions): RunCondition {
  const { dialect } = how
  switch (operator) {
    case '$eq':
      return isEqual(field, operand, dialect)
    case '$ne':
      return not(isEqual(field, operand, dialect))
    case '$in':
      return any(readList(operator, operand).map((item) => isEqual(field, item, dialect)))
    case '$nin':
      return not(any(readList(operator, operand).map((item) => isEqual(field, item, dialect))))
    case '$gt':
      return compare(field, sql`>`, operand)
    case '$gte':
      return compare(field, sql`>=`, operand)
    case '$lt':
      return compare(field, sql`<`, operand)
    case '$lte':
      return compare(field, sql`<=`, operand)
    case '$exists':
      return operand === false ? isMissing(field) : not(isMissing(field))
    case '$regex':
      return matches(field, operand, how)
    case '$options':
      return all([])
    default:
      throw refusal(`there is no operator "${operator.slice(0, 50)}"`)
  }
}

function isEqual(field: RunField, value: JsonValue, dialect: DatabaseDialect): RunCondition {
  if (value === null) return isMissing(field)
  if (field.kind === 'tags') {
    const tags = Array.isArray(value) ? value : [value]
    return all(tags.map((tag) => plain(containsTag(dialect, field.value, String(tag)))))
  }
  if (field.kind !== 'json') return compare(field, sql`=`, value)
  const held = isHeldEqual(field, value)
  if (held !== null) return held
  if (typeof value === 'number') return plain(sql`${field.place.number} = ${value}`)
  if (typeof value === 'object') return plain(sql`${field.place.text} = ${JSON.stringify(value)}`)
  return plain(sql`(${field.place.type} = ${typeof value} and ${field.place.text} = ${String(value)})`)
}

/** The same as one look-up of the stored value; null where that does not tell. */
function isHeldEqual(
  field: Extract<RunField, { readonly kind: 'json' }>,
  value: Exclude<JsonValue, null>,
): RunCondition | null {
  if (typeof value === 'number')
    return field.place.holds(sql`(v.number = ${value} and v.number > ${sql.lit(BELOW_NUMBERS)})`)
  if (typeof value === 'object' || String(value).length > MAX_TEXT) return null
  const rank = typeof value === 'boolean' ? TYPE_RANKS.boolean : TYPE_RANKS.string
  // A text that was cut is at least as long as this, and the index tells only the text.
  const isWhole = String(value).length < MAX_TEXT - 1 ? sql`` : sql` and v.is_cut = 0`
  return field.place.holds(sql`(v.number = ${sql.lit(rank)} and v.text = ${String(value)}${isWhole})`)
}

function compare(field: RunField, operator: RawBuilder<unknown>, value: JsonValue): RunCondition {
  if (typeof value !== 'number' && typeof value !== 'string')
    throw refusal(`${JSON.stringify(value)} cannot be compared`)
  switch (field.kind) {
    case 'text':
      return plain(sql`${field.value} ${operator} ${String(value)}`)
    case 'number':
      return plain(sql`${field.value} ${operator} ${Number(value)}`)
    case 'time':
      return plain(sql`${field.value} ${operator} ${readTime(value)}`)
    case 'json':
      return typeof value === 'number'
        ? (field.place.holds(sql`(v.number ${operator} ${value} and v.number > ${sql.lit(BELOW_NUMBERS)})`) ??
            plain(sql`${field.place.number} ${operator} ${value}`))
        : plain(sql`(${field.place.type} = 'string' and ${field.place.text} ${operator} ${value})`)
    case 'tags':
      throw refusal('tags have no order')
  }
}

/** Times come as ISO 8601 in UTC with or without zone, or as seconds or milliseconds since 1970. */
function readTime(value: number | string): number {
  if (typeof value === 'number') return value < 1e11 ? value * 1000 : value
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/u.test(value)
  const time = Date.parse(hasZone || !value.includes('T') ? value : `${value}Z`)
  if (Number.isNaN(time)) throw refusal(`"${value.slice(0, 50)}" is not a time`)
  return time
}

function isMissing(field: RunField): RunCondition {
  if (field.kind === 'tags') return plain(sql`${field.value} = '[]'`)
  if (field.kind === 'json') return plain(sql`coalesce(${field.place.type}, 'null') = 'null'`)
  return plain(field.kind === 'text' ? sql`coalesce(${field.value}, '') = ''` : sql`${field.value} is null`)
}

function matches(field: RunField, operand: JsonValue, { dialect, options }: MatchOptions): RunCondition {
  if (typeof operand !== 'string') throw refusal('"$regex" is not a text')
  if (options !== undefined && (typeof options !== 'string' || !/^[is]*$/u.test(options)))
    throw refusal(`"$options" is not "i", which ignores the case; "s" is taken too and changes nothing`)
  const ignoresCase = options?.includes('i') === true
  const matchesText = (text: RawBuilder<string | null>): RawBuilder<boolean> =>
    matchesExpression(dialect, text, { expression: operand, ignoresCase, refuse: refuseExpression(operand) })
  if (field.kind === 'text') return plain(matchesText(field.value))
  // A list or an object is no text, although one stands for it here.
  if (field.kind === 'json')
    return plain(sql`(${field.place.type} not in ('array', 'object') and ${matchesText(field.place.text)})`)
  throw refusal('"$regex" can only be used on texts')
}

interface MatchOptions {
  readonly dialect: DatabaseDialect
  readonly options: JsonValue | undefined
}

function refuseExpression(expression: string): (reason: string) => InvalidInputError {
  return (reason) => refusal(`the expression "${expression.slice(0, 50)}" is not taken, since ${reason}`)
}

function readList(operator: string, operand: JsonValue): readonly JsonValue[] {
  if (!Array.isArray(operand) || operand.length > MAX_CONDITIONS)
    throw refusal(`"${operator}" is not a list of at most ${MAX_CONDITIONS} values`)
  return operand
}

function refusal(reason: string): InvalidInputError {
  return new InvalidInputError(`Cannot read the filters of runs: ${reason}. Correct them and try again.`)
}
