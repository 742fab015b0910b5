import type { Executor } from '../database/database.ts'
import type { ArtifactFileRecord } from './artifact.ts'

/** How many rows go into one statement: SQLite takes 32,766 values, a row has seven. */
const ROWS_AT_ONCE = 1000
const NAMES_AT_ONCE = 1000

/** An entry of a version as it is stored. */
export interface StoredEntry {
  readonly path: string
  readonly digest: string
  readonly size: number
  /** Null for a reference. */
  readonly bytesId: number | null
  /** Where a reference leads. */
  readonly reference: string | null
}

/** Stores the entries of a version, numbered in the order given. */
export async function insertEntries(db: Executor, artifactId: number, entries: readonly StoredEntry[]): Promise<void> {
  for (let start = 0; start < entries.length; start += ROWS_AT_ONCE) {
    const rows = entries.slice(start, start + ROWS_AT_ONCE).map((entry, index) => ({
      artifact_id: artifactId,
      position: start + index,
      path: entry.path,
      digest: entry.digest,
      size: entry.size,
      bytes_id: entry.bytesId,
      reference: entry.reference,
    }))
    await db.insertInto('artifact_entry').values(rows).execute()
  }
}

export async function deleteEntries(db: Executor, artifactId: number): Promise<void> {
  await db.deleteFrom('artifact_entry').where('artifact_id', '=', artifactId).execute()
}

function selectFiles(db: Executor, artifactId: number) {
  return selectAnyFiles(db).where('artifact_entry.artifact_id', '=', artifactId)
}

function selectAnyFiles(db: Executor) {
  return db
    .selectFrom('artifact_entry')
    .leftJoin('artifact_bytes', 'artifact_bytes.id', 'artifact_entry.bytes_id')
    .select([
      'artifact_entry.artifact_id',
      'artifact_entry.position',
      'artifact_entry.path',
      'artifact_entry.digest',
      'artifact_entry.size',
      'artifact_entry.reference',
      'artifact_bytes.blob_digest',
    ])
}

type FileRow = Awaited<ReturnType<ReturnType<typeof selectFiles>['executeTakeFirstOrThrow']>>

function toFile(row: FileRow): ArtifactFileRecord {
  return {
    artifactId: row.artifact_id,
    position: row.position,
    path: row.path,
    digest: row.digest,
    size: row.size,
    blobDigest: row.blob_digest,
    reference: row.reference,
  }
}

/** Files of a version in the order of their paths: `after` is the position of the last one seen plus one. */
export async function listFiles(
  db: Executor,
  artifactId: number,
  names: readonly string[] | null,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly ArtifactFileRecord[]> {
  let query = selectFiles(db, artifactId)
    .where('artifact_entry.position', '>=', page.after)
    .orderBy('artifact_entry.position')
    .limit(page.limit)
  if (names !== null) query = query.where('artifact_entry.path', 'in', names.slice(0, NAMES_AT_ONCE))
  return (await query.execute()).map(toFile)
}

export async function countFiles(db: Executor, artifactId: number, names: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom('artifact_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('artifact_id', '=', artifactId)
    .where('path', 'in', names.slice(0, NAMES_AT_ONCE))
    .executeTakeFirstOrThrow()
  return count
}

/** Where a file is looked for. */
export interface FilePlace {
  readonly artifactId: number
  readonly path: string
}

/** The files at these places, in their order. */
export async function findFiles(
  db: Executor,
  places: readonly FilePlace[],
): Promise<readonly (ArtifactFileRecord | undefined)[]> {
  const rows = await selectAnyFiles(db)
    .where('artifact_entry.artifact_id', 'in', [...new Set(places.map(({ artifactId }) => artifactId))])
    .where('artifact_entry.path', 'in', [...new Set(places.map(({ path }) => path))])
    .execute()
  return places.map(({ artifactId, path }) => {
    const row = rows.find((candidate) => candidate.artifact_id === artifactId && candidate.path === path)
    return row && toFile(row)
  })
}

export async function findFile(
  db: Executor,
  artifactId: number,
  which: { readonly path: string } | { readonly position: number },
): Promise<ArtifactFileRecord | undefined> {
  const query =
    'path' in which
      ? selectFiles(db, artifactId).where('artifact_entry.path', '=', which.path)
      : selectFiles(db, artifactId).where('artifact_entry.position', '=', which.position)
  const row = await query.executeTakeFirst()
  return row && toFile(row)
}
