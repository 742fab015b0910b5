import type { Executor } from '../database/database.ts'
import { sql } from 'kysely'

/** The names of users, in the order of their ids; null where there is none. */
export async function findUserNames(db: Executor, userIds: readonly number[]): Promise<readonly (string | null)[]> {
  const rows = await db
    .selectFrom('app_user')
    .select(['id', 'username'])
    .where('id', 'in', [...new Set(userIds)])
    .execute()
  const names = new Map(rows.map(({ id, username }) => [id, username]))
  return userIds.map((id) => names.get(id) ?? null)
}

/** The names of job versions such as `train:v3`, in the order of their artifacts; null where there is none. */
export async function findJobVersionNames(
  db: Executor,
  artifactIds: readonly number[],
): Promise<readonly (string | null)[]> {
  const rows = await db
    .selectFrom('artifact')
    .innerJoin('artifact_collection', 'artifact_collection.id', 'artifact.collection_id')
    .select(['artifact.id', sql<string>`artifact_collection.name || ':v' || artifact.version_index`.as('name')])
    .where('artifact.id', 'in', [...new Set(artifactIds)])
    .execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return artifactIds.map((id) => names.get(id) ?? null)
}
