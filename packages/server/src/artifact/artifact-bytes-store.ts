import type { Executor } from '../database/database.ts'
import type { StoredBlob } from '../file/file.ts'
import { deleteUploads } from './artifact-upload-store.ts'

/** How many values go into one statement: SQLite takes 32,766, Postgres 65,535. */
const VALUES_AT_ONCE = 1000

/** Bytes of one entity, or a place for them. */
export interface ArtifactBytes {
  readonly id: number
  readonly entityId: number
  /** base64. */
  readonly md5: string
  readonly birthArtifactId: number | null
  /** Null until they are here. */
  readonly blobDigest: string | null
  readonly size: number
}

function toBytes(row: {
  readonly id: number
  readonly entity_id: number
  readonly md5: string
  readonly birth_artifact_id: number | null
  readonly blob_digest: string | null
  readonly size: number
}): ArtifactBytes {
  return {
    id: row.id,
    entityId: row.entity_id,
    md5: row.md5,
    birthArtifactId: row.birth_artifact_id,
    blobDigest: row.blob_digest,
    size: row.size,
  }
}

/** How many bytes an entity has stored. */
export async function sumStoredBytes(db: Executor, entityId: number): Promise<number> {
  const row = await db
    .selectFrom('artifact_bytes')
    .where('entity_id', '=', entityId)
    .where('blob_digest', 'is not', null)
    .select((select) => select.fn.sum('size').as('bytes'))
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

/** Makes places for bytes that the entity has not stored yet, and keeps the others from being removed for a while. */
export async function askForBytes(
  db: Executor,
  ask: {
    readonly entityId: number
    readonly artifactId: number
    readonly md5s: readonly string[]
    readonly now: number
  },
): Promise<void> {
  // In one order everywhere, so that two writers of the same bytes never wait for each other.
  for (const md5s of chunk([...new Set(ask.md5s)].toSorted())) {
    await db
      .insertInto('artifact_bytes')
      .values(
        md5s.map((md5) => ({
          entity_id: ask.entityId,
          md5,
          birth_artifact_id: ask.artifactId,
          blob_digest: null,
          size: 0,
          unheld_since: ask.now,
        })),
      )
      .onConflict((conflict) => conflict.columns(['entity_id', 'md5']).doNothing())
      .execute()
    await db
      .updateTable('artifact_bytes')
      .set({ unheld_since: ask.now })
      .where('entity_id', '=', ask.entityId)
      .where('md5', 'in', md5s)
      .where('unheld_since', 'is not', null)
      .execute()
  }
}

/** The bytes, and the places for bytes, of an entity under these MD5s. */
export async function findBytesByMd5(
  db: Executor,
  entityId: number,
  md5s: readonly string[],
): Promise<ReadonlyMap<string, ArtifactBytes>> {
  const found = new Map<string, ArtifactBytes>()
  for (const some of chunk([...new Set(md5s)])) {
    const rows = await db
      .selectFrom('artifact_bytes')
      .selectAll()
      .where('entity_id', '=', entityId)
      .where('md5', 'in', some)
      .execute()
    for (const row of rows) found.set(row.md5, toBytes(row))
  }
  return found
}

export async function findBytes(db: Executor, id: number): Promise<ArtifactBytes | undefined> {
  const row = await db.selectFrom('artifact_bytes').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toBytes(row)
}

/** Puts stored bytes into their place; false when they were there already, or the place is gone. */
export async function fillBytes(db: Executor, id: number, blob: StoredBlob): Promise<boolean> {
  const result = await db
    .updateTable('artifact_bytes')
    .set({ blob_digest: blob.digestSha256, size: blob.size })
    .where('id', '=', id)
    .where('blob_digest', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Marks bytes as held by a version that is being committed; nothing removes them then. */
export async function holdBytes(db: Executor, ids: readonly number[]): Promise<void> {
  for (const some of chunk(ids.toSorted((a, b) => a - b))) {
    await db
      .updateTable('artifact_bytes')
      .set({ unheld_since: null })
      .where('id', 'in', some)
      .where('unheld_since', 'is not', null)
      .execute()
  }
}

/** Notes that a version lets go of its bytes: they are removed some time later unless another version holds them. */
export async function loosenBytes(db: Executor, artifactId: number, now: number): Promise<void> {
  await db
    .updateTable('artifact_bytes')
    .set({ unheld_since: now })
    .where('id', 'in', (query) =>
      query
        .selectFrom('artifact_entry')
        .select('bytes_id')
        .where('artifact_id', '=', artifactId)
        .where('bytes_id', 'is not', null)
        .$castTo<{ bytes_id: number }>(),
    )
    .execute()
}

/** Removes bytes that no version has held since a time, and the parts of those that never came whole; answers with the blobs to let go, and whether there may be more. */
export async function removeUnheldBytes(
  db: Executor,
  before: number,
): Promise<{ readonly blobs: readonly string[]; readonly mayBeMore: boolean }> {
  const due = await db
    .selectFrom('artifact_bytes')
    .select('id')
    .where('unheld_since', '<', before)
    // A draft keeps what it asked for.
    .where((query) =>
      query.not(
        query.exists(
          query
            .selectFrom('artifact')
            .select('artifact.id')
            .whereRef('artifact.id', '=', 'artifact_bytes.birth_artifact_id')
            .where('artifact.state', '=', 'PENDING'),
        ),
      ),
    )
    .limit(VALUES_AT_ONCE)
    .execute()
  const ids = due.map(({ id }) => id)
  if (ids.length === 0) return { blobs: [], mayBeMore: false }
  const parts = await deleteUploads(db, ids)
  const removed = await db
    .deleteFrom('artifact_bytes')
    .where('id', 'in', ids)
    .where('unheld_since', '<', before)
    .where((query) =>
      query.not(
        query.exists(
          query
            .selectFrom('artifact_entry')
            .select('position')
            .whereRef('artifact_entry.bytes_id', '=', 'artifact_bytes.id'),
        ),
      ),
    )
    .returning('blob_digest')
    .execute()
  await holdBytes(db, ids)
  return {
    blobs: [...parts, ...removed.flatMap(({ blob_digest: digest }) => (digest === null ? [] : [digest]))],
    mayBeMore: ids.length === VALUES_AT_ONCE,
  }
}

function chunk<T>(values: readonly T[]): readonly (readonly T[])[] {
  const chunks: T[][] = []
  for (let start = 0; start < values.length; start += VALUES_AT_ONCE)
    chunks.push(values.slice(start, start + VALUES_AT_ONCE))
  return chunks
}
