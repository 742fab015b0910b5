import { InvalidInputError } from '@slipway/core'
import { sql, type RawBuilder } from 'kysely'
import type { Executor } from '../database/database.ts'
import { comesAfter, type OrderTerm, type RunOrder } from './run-order.ts'
import type { RunPlace } from './run-value-lookup.ts'

/** Which runs to list, and how they are sorted. */
export interface RunSelection {
  readonly condition: RawBuilder<boolean> | null
  readonly order: RunOrder
}

/** How many rows are wanted after the run of an id; 0 for the first ones. */
export interface RunPageRequest {
  readonly after: number
  readonly limit: number
}

/**
 * The ids of a page's runs, in order. Only ids, so that the databases answer from indexes and no config is read for a run
 * that is not on the page.
 */
export async function listRunIds(
  db: Executor,
  place: RunPlace,
  selection: RunSelection,
  page: RunPageRequest,
): Promise<readonly number[]> {
  const { storedValue } = selection.order
  if (storedValue !== null) return listByStoredValue(db, place, { ...selection, ...storedValue }, page)
  const { condition, order } = selection
  const within = [inPlace(place)]
  if (page.after > 0) within.push(comesAfter(order.terms, await readOrderValues(db, page.after, order.terms)))
  if (!order.isByCreation) {
    return listIds(db, condition === null ? within : [...within, condition], order.terms, page.limit)
  }
  if (condition === null) {
    return listIds(db, [], order.terms, page.limit, sql`(${selectByCreation(within, order.terms, page.limit)}) as run`)
  }
  const found = await walkAlong(page.limit, (walk) =>
    listIds(db, [condition], order.terms, page.limit, sql`(${selectByCreation(within, order.terms, walk)}) as run`),
  )
  return found.length === page.limit ? found : listIds(db, [...within, condition], order.terms, page.limit)
}

/** The next runs by when they were made, whatever they are: that they are so few keeps Postgres from beginning elsewhere. */
function selectByCreation(within: readonly RawBuilder<boolean>[], terms: readonly OrderTerm[], walk: number) {
  // They all have none, but Postgres only sees then that the index has them in order.
  const deletedAt = { value: sql.ref<number>('run.deleted_at'), isDescending: terms[0]?.isDescending ?? false }
  return sql`select run.* from run where ${sql.join(within, sql` and `)} order by ${inOrder([deletedAt, ...terms])} limit ${walk}`
}

function where(conditions: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`
}

function inOrder(terms: readonly OrderTerm[]): RawBuilder<unknown> {
  return sql.join(terms.map(({ value, isDescending }) => (isDescending ? sql`${value} desc` : sql`${value}`)))
}

/** Runs of a place that are not deleted. */
export function inPlace(place: RunPlace): RawBuilder<boolean> {
  return place.projectId === null
    ? sql`(run.project_id in (select project.id from project where project.entity_id = ${place.entityId})
        and run.deleted_at is null)`
    : sql`(run.project_id = ${place.projectId} and run.deleted_at is null)`
}

async function listIds(
  db: Executor,
  conditions: readonly RawBuilder<boolean>[],
  terms: readonly OrderTerm[],
  limit: number,
  from: RawBuilder<unknown> = sql`run`,
): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly id: number }>`select run.id from ${from}
    ${where(conditions)} order by ${inOrder(terms)} limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** What a run is sorted by, read again where a page continues: the cursor holds only its id. */
async function readOrderValues(
  db: Executor,
  runId: number,
  terms: readonly OrderTerm[],
): Promise<readonly (number | string)[]> {
  const columns = terms.map(({ value }, index) => sql`${value} as ${sql.ref(`value_${index}`)}`)
  const { rows } = await sql<Record<string, number | string>>`select ${sql.join(columns)} from run
    where run.id = ${runId}`.execute(db)
  const [row] = rows
  if (row === undefined) throw lostCursor()
  return terms.map((_, index) => row[`value_${index}`] ?? 0)
}

interface StoredValueSelection {
  readonly condition: RawBuilder<boolean> | null
  readonly keyId: number
  readonly isDescending: boolean
}

/** How far along an index is looked at first for runs that meet a condition. */
const FIRST_WALK = 1000
/** How far at most, when the first runs tell that a page is full by then; else all runs are looked at. */
const LONG_WALK = 8000

/**
 * Walks along the index of a value for the runs that have it, and then along those that do not. Where few runs meet a
 * condition, a walk would read nearly all rows one by one: then the condition is what is begun with.
 */
async function listByStoredValue(
  db: Executor,
  place: RunPlace,
  selection: StoredValueSelection,
  page: RunPageRequest,
): Promise<readonly number[]> {
  const start = page.after === 0 ? null : await readStoredValue(db, page.after, selection.keyId)
  const having =
    start === 'missing'
      ? []
      : await walkAlong(page.limit, (walk) => listHaving(db, place, selection, { start, ...page, walk }))
  if (having.length === page.limit) return having
  if (selection.condition !== null) return listSorted(db, place, selection, { start, ...page })
  const { keyId, isDescending } = selection
  const conditions = [
    inPlace(place),
    sql<boolean>`not exists (select 1 from run_value as w where w.run_id = run.id and w.key_id = ${keyId})`,
    ...(start === 'missing'
      ? [isDescending ? sql<boolean>`run.id < ${page.after}` : sql<boolean>`run.id > ${page.after}`]
      : []),
  ]
  const lacking = await listIds(db, conditions, [{ value: sql`run.id`, isDescending }], page.limit - having.length)
  return [...having, ...lacking]
}

/** The runs of a page that are found along an index; fewer where the page was not filled within a walk. */
async function walkAlong(
  limit: number,
  list: (walk: number) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const first = await list(FIRST_WALK)
  const expected = (1.5 * FIRST_WALK * limit) / first.length
  return first.length === limit || expected > LONG_WALK ? first : list(Math.ceil(expected))
}

/** All runs that meet the condition, with their values beside them, sorted. */
async function listSorted(
  db: Executor,
  place: RunPlace,
  { condition, keyId, isDescending }: StoredValueSelection,
  { start, after, limit }: RunPageRequest & { readonly start: Start },
): Promise<readonly number[]> {
  const direction = isDescending ? sql`desc` : sql`asc`
  const beyond = isDescending ? sql`<` : sql`>`
  const conditions = condition === null ? [inPlace(place)] : [inPlace(place), condition]
  if (start === 'missing') conditions.push(sql`(s.number is null and run.id ${beyond} ${after})`)
  else if (start !== null) {
    const values = sql`(${sql`cast(${start.number} as double precision)`}, ${start.text}, ${after})`
    conditions.push(sql`(s.number is null or (s.number, s.text, run.id) ${beyond} ${values})`)
  }
  const { rows } = await sql<{ readonly id: number }>`select run.id from run
    left join run_value as s on s.run_id = run.id and s.key_id = ${keyId}
    where ${sql.join(conditions, sql` and `)}
    order by (case when s.number is null then 1 else 0 end), s.number ${direction}, s.text ${direction}, run.id ${direction}
    limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

type Start = { readonly number: number; readonly text: string } | 'missing' | null

async function readStoredValue(db: Executor, runId: number, keyId: number): Promise<Exclude<Start, null>> {
  const row = await db
    .selectFrom('run')
    .leftJoin('run_value', (join) => join.onRef('run_value.run_id', '=', 'run.id').on('run_value.key_id', '=', keyId))
    .select(['run_value.number', 'run_value.text'])
    .where('run.id', '=', runId)
    .executeTakeFirst()
  if (row === undefined) throw lostCursor()
  return row.number === null || row.text === null ? 'missing' : { number: row.number, text: row.text }
}

async function listHaving(
  db: Executor,
  place: RunPlace,
  { condition, keyId, isDescending }: StoredValueSelection,
  { start, after, limit, walk }: RunPageRequest & { readonly start: Exclude<Start, 'missing'>; readonly walk: number },
): Promise<readonly number[]> {
  const direction = isDescending ? sql`desc` : sql`asc`
  const conditions = [sql`v.key_id = ${keyId}`]
  // A key belongs to one entity, and the values of a deleted run are gone.
  if (place.projectId !== null) conditions.push(sql`v.project_id = ${place.projectId}`)
  if (start !== null) {
    const values = sql`(${sql`cast(${start.number} as double precision)`}, ${start.text}, ${after})`
    conditions.push(sql`(v.number, v.text, v.run_id) ${isDescending ? sql`<` : sql`>`} ${values}`)
  }
  const order = sql`order by v.number ${direction}, v.text ${direction}, v.run_id ${direction}`
  if (condition === null) {
    const { rows } = await sql<{ readonly id: number }>`select v.run_id as id from run_value as v
      where ${sql.join(conditions, sql` and `)} ${order} limit ${limit}`.execute(db)
    return rows.map(({ id }) => id)
  }
  // Cross join: SQLite is to walk along the values, not to begin at the runs.
  const { rows } = await sql<{ readonly id: number }>`select run.id
    from (select v.number, v.text, v.run_id from run_value as v where ${sql.join(conditions, sql` and `)} ${order}
      limit ${walk}) as v cross join run
    where run.id = v.run_id and ${condition} ${order} limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

function lostCursor(): InvalidInputError {
  return new InvalidInputError('Cannot continue the list of runs: its cursor names no run. Begin at the start.')
}
