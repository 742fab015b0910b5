import type { Executor } from '../database/database.ts'

/** More output than this is not kept; the run's own log has all of it. */
export const MAX_LOG_BYTES = 32 * 1024 * 1024

/** A piece of an item's output. */
export interface LogChunk {
  readonly itemId: number
  /** In bytes of UTF-8 from the beginning of the output. */
  readonly offset: number
  readonly text: string
}

/** Writes a piece of output. What was there from its offset to its end is replaced. Run it in a transaction. */
export async function writeLogChunk(db: Executor, chunk: LogChunk): Promise<void> {
  const length = Buffer.byteLength(chunk.text)
  await db
    .deleteFrom('run_queue_item_log')
    .where('item_id', '=', chunk.itemId)
    .where('byte_offset', '>', chunk.offset)
    .where('byte_offset', '<', chunk.offset + length)
    .execute()
  const values = { item_id: chunk.itemId, byte_offset: chunk.offset, byte_length: length, text: chunk.text }
  await db
    .insertInto('run_queue_item_log')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['item_id', 'byte_offset']).doUpdateSet({ byte_length: length, text: chunk.text }),
    )
    .execute()
}

/** Pieces that reach beyond an offset, in order, at most `limit` of them. */
export async function readLogChunks(
  db: Executor,
  itemId: number,
  offset: number,
  limit: number,
): Promise<readonly LogChunk[]> {
  const rows = await db
    .selectFrom('run_queue_item_log')
    .selectAll()
    .where('item_id', '=', itemId)
    .where((where) =>
      where(where.ref('byte_offset'), '>', where.val(offset)).or(
        where.eb(
          'byte_offset',
          '=',
          where
            .selectFrom('run_queue_item_log as before')
            .select(({ fn }) => fn.max('before.byte_offset').as('byte_offset'))
            .where('before.item_id', '=', itemId)
            .where('before.byte_offset', '<=', offset),
        ),
      ),
    )
    .orderBy('byte_offset')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ itemId: row.item_id, offset: row.byte_offset, text: row.text }))
}
