import type { Executor } from '../database/database.ts'

/** Notes that a run used or logged a version; a second time changes nothing. */
export async function insertUse(
  db: Executor,
  use: {
    readonly runId: number
    readonly artifactId: number
    readonly direction: 'input' | 'output'
    readonly now: number
  },
): Promise<void> {
  await db
    .insertInto('artifact_use')
    .values({ run_id: use.runId, artifact_id: use.artifactId, direction: use.direction, created_at: use.now })
    .onConflict((conflict) => conflict.columns(['run_id', 'direction', 'artifact_id']).doNothing())
    .execute()
}

/** A use of a version by a run; `id` orders the uses by time. */
export interface ArtifactUse {
  readonly id: number
  readonly runId: number
  readonly artifactId: number
}

/** Uses after a given id, oldest first. */
export async function listUses(
  db: Executor,
  which: ({ readonly artifactId: number } | { readonly runId: number }) & { readonly direction: 'input' | 'output' },
  page: { readonly after: number; readonly limit: number },
): Promise<readonly ArtifactUse[]> {
  const query = db
    .selectFrom('artifact_use')
    .select(['id', 'run_id', 'artifact_id'])
    .where('direction', '=', which.direction)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
  const rows =
    'runId' in which
      ? await query.where('run_id', '=', which.runId).execute()
      : await query.where('artifact_id', '=', which.artifactId).execute()
  return rows.map((row) => ({ id: row.id, runId: row.run_id, artifactId: row.artifact_id }))
}

/** How many committed versions of these entities a run used or logged. */
export async function countUsesOfRun(
  db: Executor,
  which: {
    readonly runId: number
    readonly direction: 'input' | 'output'
    readonly entityIds: readonly number[]
  },
): Promise<number> {
  if (which.entityIds.length === 0) return 0
  const { count } = await db
    .selectFrom('artifact_use')
    .innerJoin('artifact', 'artifact.id', 'artifact_use.artifact_id')
    .innerJoin('artifact_collection', 'artifact_collection.id', 'artifact.collection_id')
    .innerJoin('project', 'project.id', 'artifact_collection.project_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('artifact_use.run_id', '=', which.runId)
    .where('artifact_use.direction', '=', which.direction)
    .where('artifact.state', '=', 'COMMITTED')
    .where('project.entity_id', 'in', which.entityIds)
    .executeTakeFirstOrThrow()
  return count
}

/** Uses of a version, newest first. */
export async function listLatestUses(db: Executor, artifactId: number, limit: number): Promise<readonly ArtifactUse[]> {
  const rows = await db
    .selectFrom('artifact_use')
    .select(['id', 'run_id', 'artifact_id'])
    .where('artifact_id', '=', artifactId)
    .where('direction', '=', 'input')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id, runId: row.run_id, artifactId: row.artifact_id }))
}
