import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { jsonRows, type DatabaseDialect } from '../database/dialect.ts'
import { BELOW_NUMBERS, flattenRunValues, type RunValue, type ValueRoot } from './run-value.ts'

/** More keys in one entity are made by programs that put data into names; a table of them helps nobody. */
const MAX_KEYS = 20_000

interface Place {
  readonly runId: number
  readonly projectId: number
  readonly entityId: number
}

interface KnownKey {
  readonly id: number
  readonly hasNumbers: boolean
  readonly hasOthers: boolean
}

/**
 * Brings the stored values of a run in step with its config and summary. What stayed as it was is not written again, so
 * that a summary that is sent every second costs what changes in it.
 */
export async function storeRunValues(
  db: Executor,
  dialect: DatabaseDialect,
  runId: number,
  what: { readonly config: boolean; readonly summary: boolean },
): Promise<void> {
  const run = await db
    .selectFrom('run')
    .innerJoin('project', 'project.id', 'run.project_id')
    .select(['run.project_id', 'project.entity_id', 'run.value_index'])
    .select(sql<string>`coalesce(run.strict_config, run.config)`.as('config'))
    .select(sql<string>`coalesce(run.strict_summary, run.summary)`.as('summary'))
    .where('run.id', '=', runId)
    .executeTakeFirst()
  if (run === undefined) return
  const place = { runId, projectId: run.project_id, entityId: run.entity_id }
  const isNew = run.value_index === 'none'
  const roots: ValueRoot[] = []
  if (what.config || isNew) roots.push('config')
  if (what.summary || isNew) roots.push('summary')
  if (roots.length === 0) return
  const flat = roots.map((root) => flattenRunValues(root, run[root]))
  const wanted = flat.flatMap(({ values }) => values)
  const keys = await requireKeys(db, dialect, place.entityId, wanted)
  const isWhole = flat.every((root) => root.isWhole) && wanted.every((value) => keys.has(keyName(value)))
  await replaceValues(db, dialect, place, { roots, wanted, keys })
  // What the other document lacked is not known here: only both together make a partial one whole.
  const index = isWhole && (roots.length === 2 || run.value_index === 'whole') ? 'whole' : 'partial'
  if (run.value_index !== index)
    await db.updateTable('run').set({ value_index: index }).where('id', '=', runId).execute()
}

/** Takes in runs that were made before their values were stored; answers with how many. */
export async function storeValuesOfOldRuns(db: Executor, dialect: DatabaseDialect, limit: number): Promise<number> {
  const rows = await db.selectFrom('run').select('id').where('value_index', '=', 'none').limit(limit).execute()
  for (const { id } of rows) await storeRunValues(db, dialect, id, { config: true, summary: true })
  return rows.length
}

async function replaceValues(
  db: Executor,
  dialect: DatabaseDialect,
  { runId, projectId }: Place,
  {
    roots,
    wanted,
    keys,
  }: {
    readonly roots: readonly ValueRoot[]
    readonly wanted: readonly RunValue[]
    readonly keys: ReadonlyMap<string, KnownKey>
  },
): Promise<void> {
  const stored = await db
    .selectFrom('run_value')
    .innerJoin('run_key', 'run_key.id', 'run_value.key_id')
    .select(['run_value.key_id', 'run_value.number', 'run_value.text', 'run_value.is_cut'])
    .where('run_value.run_id', '=', runId)
    .where('run_key.root', 'in', roots)
    .execute()
  const before = new Map(stored.map((row) => [row.key_id, row]))
  const changed: object[] = []
  for (const value of wanted) {
    const key = keys.get(keyName(value))
    if (key === undefined) continue
    const row = before.get(key.id)
    before.delete(key.id)
    const isCut = Number(value.isCut)
    if (row?.number === value.number && row.text === value.text && row.is_cut === isCut) continue
    changed.push({ key_id: key.id, number: value.number, text: value.text, is_cut: isCut })
  }
  const gone = [...before.keys()]
  if (gone.length > 0)
    await db.deleteFrom('run_value').where('run_id', '=', runId).where('key_id', 'in', gone).execute()
  if (changed.length === 0) return
  const rows = jsonRows(dialect, changed, { key_id: 'long', number: 'double', text: 'text', is_cut: 'long' })
  await sql`insert into run_value (run_id, key_id, project_id, number, text, is_cut)
    select ${sql.lit(runId)}, given.key_id, ${sql.lit(projectId)}, given.number, given.text, given.is_cut from ${rows} as given where true
    on conflict (run_id, key_id) do update
    set number = excluded.number, text = excluded.text, is_cut = excluded.is_cut`.execute(db)
}

/** The ids of keys, made where they are new. Above the limit a new key stays without one. */
async function requireKeys(
  db: Executor,
  dialect: DatabaseDialect,
  entityId: number,
  values: readonly RunValue[],
): Promise<ReadonlyMap<string, KnownKey>> {
  if (values.length === 0) return new Map()
  const known = await findKeys(db, dialect, entityId, values)
  const wrong = values.filter((value) => {
    const key = known.get(keyName(value))
    return key === undefined || !(isNumber(value) ? key.hasNumbers : key.hasOthers)
  })
  if (wrong.length === 0) return known
  const isFull = (await countKeys(db, entityId)) + wrong.length > MAX_KEYS
  const storable = isFull ? wrong.filter((value) => known.has(keyName(value))) : wrong
  // In one order everywhere, so that two transactions that make the same keys do not wait for each other.
  const rows = storable
    .map((value) => ({ root: value.root, path: value.path, n: Number(isNumber(value)), o: Number(!isNumber(value)) }))
    .toSorted((left, right) => compareText(left.root, right.root) || compareText(left.path, right.path))
  if (rows.length === 0) return known
  const given = jsonRows(dialect, rows, { root: 'text', path: 'text', n: 'long', o: 'long' })
  await sql`insert into run_key (entity_id, root, path, has_numbers, has_others)
    select ${sql.lit(entityId)}, given.root, given.path, given.n, given.o from ${given} as given where true
    on conflict (entity_id, root, path) do update set
      has_numbers = case when excluded.has_numbers = 1 then 1 else run_key.has_numbers end,
      has_others = case when excluded.has_others = 1 then 1 else run_key.has_others end`.execute(db)
  return findKeys(db, dialect, entityId, values)
}

async function findKeys(
  db: Executor,
  dialect: DatabaseDialect,
  entityId: number,
  values: readonly { readonly root: ValueRoot; readonly path: string }[],
): Promise<ReadonlyMap<string, KnownKey>> {
  const given = jsonRows(
    dialect,
    values.map(({ root, path }) => ({ root, path })),
    { root: 'text', path: 'text' },
  )
  const { rows } = await sql<{ id: number; root: ValueRoot; path: string; has_numbers: number; has_others: number }>`
    select run_key.id, run_key.root, run_key.path, run_key.has_numbers, run_key.has_others
    from ${given} as given cross join run_key
    where run_key.entity_id = ${entityId} and run_key.root = given.root and run_key.path = given.path`.execute(db)
  return new Map(
    rows.map((row) => [
      keyName(row),
      { id: row.id, hasNumbers: row.has_numbers === 1, hasOthers: row.has_others === 1 },
    ]),
  )
}

/** The ids of keys by name (`config:PATH`); a key that no run of the entity has is absent. */
export async function findRunKeys(
  db: Executor,
  dialect: DatabaseDialect,
  entityId: number,
  names: readonly { readonly root: ValueRoot; readonly path: string }[],
): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map()
  const keys = await findKeys(db, dialect, entityId, names)
  return new Map([...keys].map(([name, { id }]) => [name, id]))
}

async function countKeys(db: Executor, entityId: number): Promise<number> {
  const { count } = await db
    .selectFrom('run_key')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('entity_id', '=', entityId)
    .executeTakeFirstOrThrow()
  return count
}

/** A text for a key of one entity. */
export function keyName({ root, path }: { readonly root: ValueRoot; readonly path: string }): string {
  return `${root}:${path}`
}

function isNumber(value: RunValue): boolean {
  return value.number > BELOW_NUMBERS
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}
