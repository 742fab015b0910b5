import { sql, type RawBuilder } from 'kysely'
import type { Executor } from '../database/database.ts'
import { jsonPlace, type DatabaseDialect, type JsonPlace } from '../database/dialect.ts'
import { plain, type HeldValue, type RunCondition } from './run-condition.ts'
import { BELOW_NUMBERS, storedPath, TYPE_RANKS, type ValueRoot } from './run-value.ts'
import { findRunKeys, keyName } from './run-value-store.ts'

/** Where runs are looked for. */
export type RunPlace =
  | { readonly entityId: number; readonly projectId: number }
  | { readonly entityId: number; readonly projectId: null }

/** A value of a run as the databases read it, from the stored values where they are there and else from its JSON. */
export interface RunValuePlace extends JsonPlace {
  /** What a value is sorted by first; never null. */
  readonly rank: RawBuilder<number>
  /** What a value is sorted by after that; never null. */
  readonly sortText: RawBuilder<string>
  /** 1 where the run has no such value, else 0. */
  readonly missing: RawBuilder<number>
  /** The key in `run_value`; null when the stored values do not answer for all runs, or no run has the key. */
  readonly keyId: number | null
  /** A condition on the stored value as one look-up; null where the JSON has to be read. */
  holds(condition: RawBuilder<boolean>): RunCondition | null
}

/** Finds the values of runs that a filter or an order names. */
export interface RunValueLookup {
  place(root: ValueRoot, keys: readonly string[]): RunValuePlace
}

/** Reads every value from the runs' JSON, and notes what was asked for. */
function collectRunValues(
  dialect: DatabaseDialect,
): RunValueLookup & { readonly names: { readonly root: ValueRoot; readonly path: string }[] } {
  const names: { readonly root: ValueRoot; readonly path: string }[] = []
  return {
    names,
    place(root, keys) {
      const path = storedPath(root, keys)
      if (path !== null) names.push({ root, path })
      return jsonValue(dialect, root, keys)
    },
  }
}

/**
 * The lookup for a place's runs, which knows the keys that `read` names. What at most `few` runs have is looked up: so few
 * are looked up one by one sooner than all runs are asked, or a page's worth of them along an index.
 */
export async function findRunValues(
  db: Executor,
  dialect: DatabaseDialect,
  place: RunPlace,
  read: (lookup: RunValueLookup) => unknown,
  few = 2000,
): Promise<RunValueLookup> {
  const collected = collectRunValues(dialect)
  read(collected)
  if (collected.names.length === 0) return collected
  const unique = [...new Map(collected.names.map((name) => [keyName(name), name])).values()]
  const [keys, isPartial] = await Promise.all([
    findRunKeys(db, dialect, place.entityId, unique),
    hasRunsBesideValues(db, place),
  ])
  const isWhole = !isPartial
  const probe = probeIn(place, dialect)
  function ask(keyId: number, condition: RawBuilder<boolean>): RunCondition {
    return { kind: 'held', value: { keyId, condition }, isRare: false, sql: probe(keyId, condition) }
  }
  function lookUp(hold: Hold): RunValueLookup {
    return {
      place(root, path) {
        const stored = storedPath(root, path)
        const json = jsonValue(dialect, root, path)
        if (stored === null) return json
        const keyId = keys.get(keyName({ root, path: stored })) ?? null
        return isWhole ? storedValue(keyId, json, hold) : eitherValue(storedValue(keyId, json, hold), json)
      },
    }
  }
  if (!isWhole) return lookUp(ask)
  const asked: HeldValue[] = []
  read(
    lookUp((keyId, condition) => {
      asked.push({ keyId, condition })
      return ask(keyId, condition)
    }),
  )
  const areRare = await Promise.all(asked.slice(0, MAX_COUNTED).map((value) => isRare(db, place, value, few)))
  // Read again, the same conditions come in the same order.
  let position = -1
  return lookUp((keyId, condition) => {
    position += 1
    if (areRare[position % Math.max(asked.length, 1)] !== true) return ask(keyId, condition)
    const value = { keyId, condition }
    return { kind: 'held', value, isRare: true, sql: sql`run.id in (${holders(place, value)})` }
  })
}

/** Makes the condition that a run has a stored value that meets one. */
type Hold = (keyId: number, condition: RawBuilder<boolean>) => RunCondition

const MAX_COUNTED = 20

/**
 * Asks each run. Where one project is asked, Postgres may read its values by their index instead and needs its number;
 * SQLite never does, and would compare it for each run in vain.
 */
function probeIn(
  { projectId }: RunPlace,
  dialect: DatabaseDialect,
): (keyId: number, condition: RawBuilder<boolean>) => RawBuilder<boolean> {
  const ofProject = projectId === null || dialect === 'sqlite' ? sql`` : sql` and v.project_id = ${projectId}`
  return (keyId, condition) =>
    sql`exists (select 1 from run_value as v where v.run_id = run.id and v.key_id = ${keyId}${ofProject} and ${condition})`
}

/** A query for the runs of a place that have a value: their ids in a column `run_id`, each once. */
export function holders(place: RunPlace, { keyId, condition }: HeldValue): RawBuilder<unknown> {
  // Named, so that the index is used up to the number also where several projects are asked.
  const projects =
    place.projectId === null
      ? sql`in (select project.id from project where project.entity_id = ${place.entityId})`
      : sql`= ${place.projectId}`
  return sql`select v.run_id from run_value as v where v.key_id = ${keyId} and v.project_id ${projects} and ${condition}`
}

async function isRare(db: Executor, place: RunPlace, value: HeldValue, few: number): Promise<boolean> {
  const { rows } = await sql<{ readonly count: number }>`select count(*) as count from
    (${holders(place, value)} limit ${few + 1}) as few`.execute(db)
  return (rows[0]?.count ?? 0) <= few
}

async function hasRunsBesideValues(db: Executor, place: RunPlace): Promise<boolean> {
  // Deleted runs too, which are soon whole: a condition that its index lacks would have SQLite read all runs.
  let query = db.selectFrom('run').select('id').where('value_index', '<>', sql.lit('whole'))
  query =
    place.projectId === null
      ? query.where('project_id', 'in', (where) =>
          where.selectFrom('project').select('project.id').where('project.entity_id', '=', place.entityId),
        )
      : query.where('project_id', '=', place.projectId)
  return (await query.limit(1).executeTakeFirst()) !== undefined
}

function storedValue(keyId: number | null, json: RunValuePlace, hold: Hold): RunValuePlace {
  if (keyId === null) return NO_VALUE
  function pick<T>(value: RawBuilder<T>): RawBuilder<T | null> {
    return sql`(select ${value} from run_value as v where v.run_id = run.id and v.key_id = ${keyId})`
  }
  return {
    keyId,
    type: pick(typeOf(sql`v.number`)),
    number: pick(sql<number | null>`case when v.number > ${sql.lit(BELOW_NUMBERS)} then v.number end`),
    text: pick(sql<string | null>`case when v.number > ${sql.lit(BELOW_NUMBERS)} or v.is_cut = 1 then ${json.text}
      when v.number = ${sql.lit(TYPE_RANKS.null)} then null else v.text end`),
    rank: sql`coalesce(${pick(sql<number>`v.number`)}, ${sql.lit(TYPE_RANKS.null)})`,
    sortText: sql`coalesce(${pick(sql<string>`v.text`)}, '')`,
    missing: sql`(case when exists ${pick(sql`1`)} then 0 else 1 end)`,
    holds: (condition) => hold(keyId, condition),
  }
}

/** No run has the key. */
const NO_VALUE: RunValuePlace = {
  keyId: null,
  type: sql`cast(null as text)`,
  number: sql`cast(null as double precision)`,
  text: sql`cast(null as text)`,
  rank: sql`cast(${sql.lit(TYPE_RANKS.null)} as double precision)`,
  sortText: sql`cast('' as text)`,
  missing: sql`cast(1 as integer)`,
  holds: () => plain(sql`1 = 0`),
}

function jsonValue(dialect: DatabaseDialect, root: ValueRoot, keys: readonly string[]): RunValuePlace {
  const [first = '', ...rest] = keys
  const json =
    root === 'config'
      ? jsonPlace(dialect, sql`coalesce(run.strict_config, run.config)`, [first, 'value', ...rest])
      : jsonPlace(dialect, sql`coalesce(run.strict_summary, run.summary)`, keys)
  const ranks = Object.entries(TYPE_RANKS).map(
    ([type, rank]) => sql`when ${json.type} = ${sql.lit(type)} then ${sql.lit(rank)}`,
  )
  return {
    ...json,
    keyId: null,
    rank: sql`coalesce(case ${sql.join(ranks, sql` `)} else ${json.number} end, ${sql.lit(TYPE_RANKS.null)})`,
    sortText: sql`coalesce(case when ${json.type} in ('number', 'null') then '' else ${json.text} end, '')`,
    missing: sql`(case when ${json.type} is null then 1 else 0 end)`,
    holds: () => null,
  }
}

/** While some runs are not in the stored values, or not wholly, those are read from their JSON. */
function eitherValue(stored: RunValuePlace, json: RunValuePlace): RunValuePlace {
  return {
    keyId: null,
    type: either(stored.type, json.type),
    number: either(stored.number, json.number),
    text: either(stored.text, json.text),
    rank: either(stored.rank, json.rank),
    sortText: either(stored.sortText, json.sortText),
    missing: either(stored.missing, json.missing),
    holds: () => null,
  }
}

function either<T>(left: RawBuilder<T>, right: RawBuilder<T>): RawBuilder<T> {
  return sql`(case when run.value_index = 'whole' then ${left} else ${right} end)`
}

function typeOf(number: RawBuilder<unknown>): RawBuilder<string> {
  const cases = Object.entries(TYPE_RANKS).map(([type, rank]) => sql`when ${sql.lit(rank)} then ${sql.lit(type)}`)
  return sql`case ${number} ${sql.join(cases, sql` `)} else 'number' end`
}
