import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'

/** What one run had for inputs, as JSON texts. */
export interface UsageSample {
  /** The run's config in its wire form. */
  readonly config: string
  /** The launch spec that it was launched by; null for one that was started by hand. */
  readonly runSpec: string | null
}

const MAX_RUNS = 200
/** Longer texts say more of data than of inputs, and reading many of them would be felt. */
const MAX_LENGTH = 256 * 1024

/** The newest runs that were launched from any version of a job, at most 200. */
export async function listUsageSamples(
  db: Executor,
  collectionId: number,
  entityIds: readonly number[],
): Promise<readonly UsageSample[]> {
  if (entityIds.length === 0) return []
  const rows = await db
    .selectFrom('run')
    .innerJoin('project', 'project.id', 'run.project_id')
    .leftJoin('run_queue_item as item', (join) =>
      join
        .onRef('item.entity_id', '=', 'project.entity_id')
        .onRef('item.run_name', '=', 'run.name')
        .on(sql<boolean>`length(item.run_spec) <= ${MAX_LENGTH}`),
    )
    .select(['run.config', 'item.run_spec'])
    .where('run.job_artifact_id', 'in', (where) =>
      where.selectFrom('artifact').select('artifact.id').where('artifact.collection_id', '=', collectionId),
    )
    .where('run.deleted_at', 'is', null)
    .where('project.entity_id', 'in', entityIds)
    .where(sql<boolean>`length(run.config) <= ${MAX_LENGTH}`)
    .orderBy('run.id', 'desc')
    .limit(MAX_RUNS)
    .execute()
  return rows.map((row) => ({ config: row.config, runSpec: row.run_spec }))
}
