import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { StoredBlob } from './file.ts'

/** A file of a run as stored. */
export interface RunFileRow {
  readonly id: number
  readonly run_id: number
  readonly name: string
  readonly digest: string | null
  readonly md5: string | null
  readonly size: number
  readonly created_at: number
  readonly uploaded_at: number | null
}

/** How many names go into one statement: SQLite takes 32,766 values, Postgres 65,535. */
const NAMES_AT_ONCE = 1000

/** Which files of a run to list: by name, by SQL LIKE pattern, or all. */
export interface RunFileFilter {
  readonly names: readonly string[]
  readonly pattern: string | null
}

export async function findRunFile(db: Executor, id: number): Promise<RunFileRow | undefined> {
  return db.selectFrom('run_file').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findRunFileByName(db: Executor, runId: number, name: string): Promise<RunFileRow | undefined> {
  return db
    .selectFrom('run_file')
    .selectAll()
    .where('run_id', '=', runId)
    .where('name', '=', name)
    .where('digest', 'is not', null)
    .executeTakeFirst()
}

/** Uploaded files of a run after a given id, oldest first. */
export async function listRunFiles(
  db: Executor,
  runId: number,
  filter: RunFileFilter,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly RunFileRow[]> {
  let query = db
    .selectFrom('run_file')
    .selectAll()
    .where('run_id', '=', runId)
    .where('digest', 'is not', null)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
  if (filter.names.length > 0) query = query.where('name', 'in', filter.names.slice(0, NAMES_AT_ONCE))
  if (filter.pattern !== null) query = query.where(sql<boolean>`name like ${filter.pattern} escape '\\'`)
  return query.execute()
}

/** How many bytes the uploaded files of an entity's runs have together. */
export async function sumRunFileBytes(db: Executor, entityId: number): Promise<number> {
  const row = await db
    .selectFrom('run_file')
    .innerJoin('run', 'run.id', 'run_file.run_id')
    .innerJoin('project', 'project.id', 'run.project_id')
    .where('project.entity_id', '=', entityId)
    .select((select) => select.fn.sum('run_file.size').as('bytes'))
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

export async function countRunFiles(db: Executor, runId: number): Promise<number> {
  const { count } = await db
    .selectFrom('run_file')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('run_id', '=', runId)
    .where('digest', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Makes a file, or points it at other bytes. Answers with the digest that it held before, null when it held none. */
export async function putRunFile(
  db: Executor,
  file: { readonly runId: number; readonly name: string },
  blob: StoredBlob,
  now: number,
): Promise<string | null> {
  // The upsert takes the row's lock on Postgres, so that two uploads of one file follow each other.
  await db
    .insertInto('run_file')
    .values({
      run_id: file.runId,
      name: file.name,
      digest: null,
      md5: null,
      size: 0,
      created_at: now,
      uploaded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['run_id', 'name']).doUpdateSet({ uploaded_at: now }))
    .execute()
  const { id, digest } = await db
    .selectFrom('run_file')
    .select(['id', 'digest'])
    .where('run_id', '=', file.runId)
    .where('name', '=', file.name)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('run_file')
    .set({ digest: blob.digestSha256, md5: blob.md5Base64, size: blob.size })
    .where('id', '=', id)
    .execute()
  return digest
}

/** Removes files of the given ids, or all files of a run; answers with the digests that they held. */
export async function deleteRunFiles(
  db: Executor,
  which: { readonly ids: readonly number[] } | { readonly runId: number },
): Promise<readonly string[]> {
  const query = db.deleteFrom('run_file').returning('digest')
  const rows =
    'ids' in which
      ? await query.where('id', 'in', which.ids).execute()
      : await query.where('run_id', '=', which.runId).execute()
  return rows.flatMap(({ digest }) => (digest === null ? [] : [digest]))
}
