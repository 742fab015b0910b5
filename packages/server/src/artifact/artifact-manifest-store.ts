import type { Executor } from '../database/database.ts'
import type { StoredBlob } from '../file/file.ts'
import type { ArtifactManifestRecord, ArtifactManifestType } from './artifact.ts'

interface ManifestRow {
  readonly id: number
  readonly artifact_id: number
  readonly name: string
  readonly type: string
  readonly base_artifact_id: number | null
  readonly digest: string
  readonly blob_digest: string | null
  readonly size: number
}

function toManifest(row: ManifestRow): ArtifactManifestRecord {
  return {
    id: row.id,
    artifactId: row.artifact_id,
    name: row.name,
    type: row.type as ArtifactManifestType,
    baseArtifactId: row.base_artifact_id,
    digest: row.digest,
    blobDigest: row.blob_digest,
    size: row.size,
  }
}

export async function findManifest(db: Executor, id: number): Promise<ArtifactManifestRecord | undefined> {
  const row = await db.selectFrom('artifact_manifest').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toManifest(row)
}

/** The manifests that were written for a version, oldest first. */
export async function listManifests(db: Executor, artifactId: number): Promise<readonly ArtifactManifestRecord[]> {
  const rows = await db
    .selectFrom('artifact_manifest')
    .selectAll()
    .where('artifact_id', '=', artifactId)
    .orderBy('id')
    .execute()
  return rows.map(toManifest)
}

export async function insertManifest(
  db: Executor,
  manifest: Omit<ArtifactManifestRecord, 'id'>,
  now: number,
): Promise<number> {
  const { id } = await db
    .insertInto('artifact_manifest')
    .values({
      artifact_id: manifest.artifactId,
      name: manifest.name,
      type: manifest.type,
      base_artifact_id: manifest.baseArtifactId,
      digest: manifest.digest,
      blob_digest: manifest.blobDigest,
      size: manifest.size,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Announces the content to come, by its digest. Until its bytes are here the manifest has none. */
export async function announceManifest(
  db: Executor,
  id: number,
  change: { readonly digest: string; readonly baseArtifactId: number | null },
): Promise<void> {
  await db
    .updateTable('artifact_manifest')
    .set({ digest: change.digest, base_artifact_id: change.baseArtifactId, blob_digest: null, size: 0 })
    .where('id', '=', id)
    .execute()
}

export async function fillManifest(db: Executor, id: number, blob: StoredBlob): Promise<void> {
  await db
    .updateTable('artifact_manifest')
    .set({ blob_digest: blob.digestSha256, size: blob.size })
    .where('id', '=', id)
    .execute()
}

/** Removes the manifests of a version; answers with the blobs that they held. */
export async function deleteManifests(db: Executor, artifactId: number): Promise<readonly string[]> {
  const rows = await db
    .deleteFrom('artifact_manifest')
    .where('artifact_id', '=', artifactId)
    .returning('blob_digest')
    .execute()
  return rows.flatMap(({ blob_digest: digest }) => (digest === null ? [] : [digest]))
}
