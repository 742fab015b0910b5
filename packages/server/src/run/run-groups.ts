import { InvalidInputError, type JsonValue } from '@slipway/core'
import { sql, type RawBuilder } from 'kysely'
import type { Executor } from '../database/database.ts'
import { findRunField, type RunField } from './run-field.ts'
import { inPlace } from './run-page.ts'
import { BELOW_NUMBERS, MAX_TEXT, TYPE_RANKS } from './run-value.ts'
import type { RunPlace, RunValueLookup } from './run-value-lookup.ts'

/** Runs that have the same value of a field. */
export interface RunGroupRecord {
  /** Null for runs that have none. */
  readonly value: JsonValue
  readonly count: number
  readonly aggregates: readonly RunAggregateRecord[]
  /** The condition that its runs meet, as the client writes filters. */
  readonly filters: string
  /** Where the next page continues. */
  readonly at: GroupPosition
}

/** What the numbers of a group's runs are together; nulls where no run has one. */
export interface RunAggregateRecord {
  readonly key: string
  readonly count: number
  readonly min: number | null
  readonly max: number | null
  readonly mean: number | null
}

/** What a group is sorted by: its number and its text; a text field has only that. */
export type GroupPosition = readonly [number, string]

export interface GroupRequest {
  readonly by: string
  readonly aggregates: readonly string[]
  readonly after: GroupPosition | null
  readonly limit: number
}

export const MAX_AGGREGATES = 12

/** Groups of a place's runs by the value of a field, in the order of the values. Throws InvalidInputError. */
export async function listRunGroups(
  db: Executor,
  place: RunPlace,
  { condition, lookup }: { readonly condition: RawBuilder<boolean> | null; readonly lookup: RunValueLookup },
  { by, aggregates, after, limit }: GroupRequest,
): Promise<readonly RunGroupRecord[]> {
  const field = findRunField(by, lookup)
  const [rank, text] = groupValues(field, by)
  const { keyId } = field.kind === 'json' ? field.place : { keyId: null }
  const join = keyId === null ? sql`` : sql`left join run_value as g on g.run_id = run.id and g.key_id = ${keyId}`
  const numbers = aggregates.map((name, index) => numberOf(findRunField(name, lookup), name, `a_${index}`))
  const columns = numbers.map(({ value }, index) => sql`${value} as ${sql.ref(`value_${index}`)}`)
  const results = numbers.flatMap((_, index) => {
    const value = sql.ref(`value_${index}`)
    return [
      sql`count(${value}) as ${sql.ref(`count_${index}`)}`,
      sql`min(${value}) as ${sql.ref(`min_${index}`)}`,
      sql`max(${value}) as ${sql.ref(`max_${index}`)}`,
      sql`avg(${value}) as ${sql.ref(`mean_${index}`)}`,
    ]
  })
  const conditions = condition === null ? [inPlace(place)] : [inPlace(place), condition]
  const beyond = after === null ? sql`` : sql`where (group_rank, group_text) > (${after[0]}, ${after[1]})`
  const { rows } = await sql<Record<string, number | string | null>>`
    select group_rank, group_text, count(*) as count ${sql.join([sql``, ...results])}
    from (select ${sql.join([sql`${rank} as group_rank`, sql`${text} as group_text`, ...columns])}
      from run ${sql.join([join, ...numbers.map((number) => number.join)], sql` `)} where ${sql.join(conditions, sql` and `)}) as valued ${beyond}
    group by group_rank, group_text order by group_rank, group_text limit ${limit}`.execute(db)
  return rows.map((row) => toGroup(row, field, by, aggregates))
}

function groupValues(field: RunField, by: string): readonly [RawBuilder<number>, RawBuilder<string>] {
  if (field.kind === 'text') return [sql`0.0`, sql`coalesce(${field.value}, '')`]
  if (field.kind === 'json') {
    // A run without the value and one whose value is null are one group, as one filter finds both.
    return field.place.keyId === null
      ? [field.place.rank, field.place.sortText]
      : [sql`coalesce(g.number, ${sql.lit(TYPE_RANKS.null)})`, sql`coalesce(g.text, '')`]
  }
  throw new InvalidInputError(
    `Cannot group runs by "${by.slice(0, 100)}": it has a value of its own for nearly every run. Choose another field.`,
  )
}

/** A number of each run, once: four results are made of it, and each would look it up again. */
function numberOf(
  field: RunField,
  name: string,
  alias: string,
): { readonly value: RawBuilder<number | null>; readonly join: RawBuilder<unknown> } {
  if (field.kind === 'number') return { value: field.value, join: sql`` }
  if (field.kind === 'json') {
    const { keyId, number } = field.place
    if (keyId === null) return { value: number, join: sql`` }
    const table = sql.ref(alias)
    return {
      value: sql`${table}.number`,
      join: sql`left join run_value as ${table} on ${table}.run_id = run.id and ${table}.key_id = ${keyId}
        and ${table}.number > ${sql.lit(BELOW_NUMBERS)}`,
    }
  }
  throw new InvalidInputError(
    `Cannot aggregate "${name.slice(0, 100)}": it is no number. Use config.KEY, summary_metrics.KEY or duration.`,
  )
}

function toGroup(
  row: Readonly<Record<string, number | string | null>>,
  field: RunField,
  by: string,
  aggregates: readonly string[],
): RunGroupRecord {
  const at: GroupPosition = [Number(row['group_rank']), String(row['group_text'])]
  const value = field.kind === 'text' ? at[1] || null : readValue(at)
  return {
    value,
    at,
    count: Number(row['count']),
    filters: JSON.stringify({ [by]: conditionOf(value, at) }),
    aggregates: aggregates.map((key, index) => ({
      key,
      count: Number(row[`count_${index}`]),
      min: toNumber(row[`min_${index}`]),
      max: toNumber(row[`max_${index}`]),
      mean: toNumber(row[`mean_${index}`]),
    })),
  }
}

function readValue([number, text]: GroupPosition): JsonValue {
  if (number > BELOW_NUMBERS) return number
  if (number === TYPE_RANKS.null) return null
  if (number === TYPE_RANKS.boolean) return text === 'true'
  return text
}

/** Long texts are grouped by their beginning, so that is what finds them again. */
function conditionOf(value: JsonValue, [number, text]: GroupPosition): JsonValue {
  const isText = number === TYPE_RANKS.string || number === TYPE_RANKS.array || number === TYPE_RANKS.object
  if (!isText || (number === TYPE_RANKS.string && text.length < MAX_TEXT - 1)) return value
  return { $regex: `^${text.replaceAll(/[\\.*+?()[\]{}|^$]/gu, String.raw`\$&`)}` }
}

function toNumber(value: number | string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}
