import { InvalidInputError, isJsonObject, nearestName, parseJson, type JsonValue } from '@slipway/core'
import { sql, type RawBuilder } from 'kysely'

type Condition = RawBuilder<boolean>

const MAX_CONDITIONS = 200
const MAX_DEPTH = 20

const COLUMNS: Readonly<Record<string, { readonly column: string; readonly isTime: boolean }>> = {
  name: { column: 'sweep.name', isTime: false },
  displayName: { column: 'sweep.display_name', isTime: false },
  display_name: { column: 'sweep.display_name', isTime: false },
  project: { column: 'project.name', isTime: false },
  state: { column: 'sweep.state', isTime: false },
  method: { column: 'sweep.method', isTime: false },
  createdAt: { column: 'sweep.created_at', isTime: true },
  created_at: { column: 'sweep.created_at', isTime: true },
}

const COMPARISONS: Readonly<Record<string, RawBuilder<unknown>>> = {
  $gt: sql`>`,
  $gte: sql`>=`,
  $lt: sql`<`,
  $lte: sql`<=`,
}

/** A condition on sweeps from the client's filters: JSON text in the style of MongoDB. Throws InvalidInputError. */
export function parseSweepFilter(text: string | null): Condition | null {
  const filter = text === null || text === '' ? null : parseJson(text)
  if (filter === null || (isJsonObject(filter) && Object.keys(filter).length === 0)) return null
  let count = 0
  const readEntry = (name: string, value: JsonValue, depth: number): Condition => {
    if (++count > MAX_CONDITIONS || depth > MAX_DEPTH) throw refusal('it has too many conditions')
    if (name === '$and' || name === '$or') {
      if (!Array.isArray(value)) throw refusal(`"${name}" is not a list`)
      const list = (value as readonly JsonValue[]).map((item) => readObject(item, depth + 1))
      return name === '$and' ? joined(list, sql` and `, sql`1 = 1`) : joined(list, sql` or `, sql`1 = 0`)
    }
    return readField(name, value)
  }
  const readObject = (value: JsonValue, depth: number): Condition => {
    if (!isJsonObject(value)) throw refusal('a condition is not an object')
    const list = Object.entries(value).map(([name, item]) => readEntry(name, item, depth))
    return joined(list, sql` and `, sql`1 = 1`)
  }
  return readObject(filter, 0)
}

function readField(name: string, value: JsonValue): Condition {
  const field = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined
  if (field === undefined) {
    const near = nearestName(name, Object.keys(COLUMNS))
    throw refusal(`sweeps have no field "${name.slice(0, 50)}"${near === null ? '' : `; did you mean "${near}"?`}`)
  }
  const column = sql.ref(field.column)
  const scalar = (item: JsonValue): string | number => readScalar(item, field.isTime)
  if (!isJsonObject(value)) return equals(column, value, scalar)
  const list = Object.entries(value).map(([operator, operand]): Condition => {
    const comparison = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined
    if (comparison !== undefined) return sql`${column} ${comparison} ${scalar(operand)}`
    if (operator === '$eq') return equals(column, operand, scalar)
    if (operator === '$ne') return sql`(${equals(column, operand, scalar)}) is not true`
    if (operator !== '$in' && operator !== '$nin') throw refusal(`there is no operator "${operator.slice(0, 50)}"`)
    if (!Array.isArray(operand) || operand.length > MAX_CONDITIONS) {
      throw refusal(`"${operator}" is not a list of at most ${MAX_CONDITIONS} values`)
    }
    const any = joined(
      (operand as readonly JsonValue[]).map((item) => equals(column, item, scalar)),
      sql` or `,
      sql`1 = 0`,
    )
    return operator === '$in' ? any : sql`(${any}) is not true`
  })
  return joined(list, sql` and `, sql`1 = 1`)
}

function equals(
  column: RawBuilder<unknown>,
  value: JsonValue,
  scalar: (item: JsonValue) => string | number,
): Condition {
  return value === null ? sql`${column} is null` : sql`${column} = ${scalar(value)}`
}

function readScalar(value: JsonValue, isTime: boolean): string | number {
  if (typeof value === 'object' || (typeof value === 'string' && value.includes('\0'))) {
    throw refusal('a value is neither a text nor a number')
  }
  if (!isTime) return String(value)
  const time = typeof value === 'number' ? (value < 1e11 ? value * 1000 : value) : Date.parse(String(value))
  if (Number.isNaN(time)) throw refusal(`"${String(value).slice(0, 50)}" is not a time`)
  return time
}

function joined(list: readonly Condition[], by: RawBuilder<unknown>, none: Condition): Condition {
  return list.length === 0 ? none : sql`(${sql.join(list, by)})`
}

function refusal(reason: string): InvalidInputError {
  return new InvalidInputError(`Cannot read the filters of sweeps: ${reason}. Correct them and try again.`)
}
