import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'

// As the indexes have it, literally, or they would not be used.
const isMortal = sql<boolean>`state = 'COMMITTED' and ttl_seconds > 0`
const isDraft = sql<boolean>`state = 'PENDING'`
const end = sql<number>`created_at + ttl_seconds * 1000`

/** The times by which versions end: those with a time to live, and drafts that nobody has touched since. */
export interface EndTimes {
  readonly now: number
  readonly draftsSince: number
}

interface VersionPlace {
  readonly id: number
  readonly collectionId: number
}

/**
 * Versions whose time to live is over, those that ended first; not those that a portfolio holds, where somebody counts on
 * them.
 */
export async function listExpired(db: Executor, { now }: EndTimes, limit: number): Promise<readonly VersionPlace[]> {
  return db
    .selectFrom('artifact')
    .select(['id', 'collection_id as collectionId'])
    .where(isMortal)
    .where(end, '<=', now)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('artifact_link')
            .select('artifact_link.id')
            .whereRef('artifact_link.artifact_id', '=', 'artifact.id'),
        ),
      ),
    )
    .orderBy(end)
    .limit(limit)
    .execute()
}

/** Drafts that nobody finishes, the oldest first. */
export async function listOldDrafts(
  db: Executor,
  { draftsSince }: EndTimes,
  limit: number,
): Promise<readonly VersionPlace[]> {
  return db
    .selectFrom('artifact')
    .select(['id', 'collection_id as collectionId'])
    .where(isDraft)
    .where('updated_at', '<', draftsSince)
    .orderBy('updated_at')
    .limit(limit)
    .execute()
}

/** Marks a version as deleted, if its time is still over: false when it was given more, or somebody else was faster. */
export async function endVersion(db: Executor, id: number, { now, draftsSince }: EndTimes): Promise<boolean> {
  const result = await db
    .updateTable('artifact')
    .set({ state: 'DELETED' })
    .where('id', '=', id)
    .where((where) =>
      where.or([
        where.and([isMortal, where(end, '<=', now)]),
        where.and([isDraft, where('updated_at', '<', draftsSince)]),
      ]),
    )
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
