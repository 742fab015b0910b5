import type { Executor } from '../database/database.ts'

const ROWS_AT_ONCE = 1000

/** A part of bytes that come in parts. */
export interface UploadPart {
  /** 1, 2, ... in the order of the bytes. */
  readonly partNumber: number
  /** base64. */
  readonly md5: string
  /** Null until the part is here. */
  readonly blobDigest: string | null
}

/** Announces an upload of bytes in parts, or finds the one of the same key; answers with its id. */
export async function ensureUpload(
  db: Executor,
  upload: { readonly bytesId: number; readonly key: string; readonly md5s: readonly string[] },
): Promise<number> {
  const inserted = await db
    .insertInto('artifact_upload')
    .values({ bytes_id: upload.bytesId, upload_key: upload.key })
    .onConflict((conflict) => conflict.columns(['bytes_id', 'upload_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) {
    const known = await db
      .selectFrom('artifact_upload')
      .select('id')
      .where('bytes_id', '=', upload.bytesId)
      .where('upload_key', '=', upload.key)
      .executeTakeFirstOrThrow()
    return known.id
  }
  for (let start = 0; start < upload.md5s.length; start += ROWS_AT_ONCE) {
    const rows = upload.md5s.slice(start, start + ROWS_AT_ONCE).map((md5, index) => ({
      upload_id: inserted.id,
      part_number: start + index + 1,
      md5,
      blob_digest: null,
    }))
    await db.insertInto('artifact_upload_part').values(rows).execute()
  }
  return inserted.id
}

export async function findUploadId(db: Executor, bytesId: number, key: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('artifact_upload')
    .select('id')
    .where('bytes_id', '=', bytesId)
    .where('upload_key', '=', key)
    .executeTakeFirst()
  return row?.id
}

function selectParts(db: Executor, uploadId: number) {
  return db
    .selectFrom('artifact_upload_part')
    .select(['part_number as partNumber', 'md5', 'blob_digest as blobDigest'])
    .where('upload_id', '=', uploadId)
}

/** All parts of an upload, in the order of the bytes: as many as were announced, which is limited. */
export async function listParts(db: Executor, uploadId: number): Promise<readonly UploadPart[]> {
  return selectParts(db, uploadId).orderBy('part_number').execute()
}

export async function findPart(db: Executor, uploadId: number, partNumber: number): Promise<UploadPart | undefined> {
  return selectParts(db, uploadId).where('part_number', '=', partNumber).executeTakeFirst()
}

/** Puts the stored bytes of a part into its place; false when they were there already. */
export async function fillPart(db: Executor, uploadId: number, partNumber: number, digest: string): Promise<boolean> {
  const result = await db
    .updateTable('artifact_upload_part')
    .set({ blob_digest: digest })
    .where('upload_id', '=', uploadId)
    .where('part_number', '=', partNumber)
    .where('blob_digest', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Removes the uploads in parts of these bytes; answers with the blobs of the parts, to let go. */
export async function deleteUploads(db: Executor, bytesIds: readonly number[]): Promise<readonly string[]> {
  const parts = await db
    .deleteFrom('artifact_upload_part')
    .where('upload_id', 'in', (query) =>
      query.selectFrom('artifact_upload').select('id').where('bytes_id', 'in', bytesIds),
    )
    .returning('blob_digest')
    .execute()
  await db.deleteFrom('artifact_upload').where('bytes_id', 'in', bytesIds).execute()
  return parts.flatMap(({ blob_digest: digest }) => (digest === null ? [] : [digest]))
}
