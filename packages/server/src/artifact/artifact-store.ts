import type { Insertable, Updateable } from 'kysely'
import type { Executor } from '../database/database.ts'
import { parseVersionAlias } from './artifact-name.ts'
import type { ArtifactTables } from './artifact-tables.ts'
import type { ArtifactRecord, ArtifactState } from './artifact.ts'

function selectArtifacts(db: Executor) {
  return db
    .selectFrom('artifact')
    .innerJoin('artifact_collection', 'artifact_collection.id', 'artifact.collection_id')
    .innerJoin('artifact_type', 'artifact_type.id', 'artifact_collection.type_id')
    .innerJoin('project', 'project.id', 'artifact_collection.project_id')
    .innerJoin('entity', 'entity.id', 'project.entity_id')
    .selectAll('artifact')
    .select([
      'artifact_collection.name as collection_name',
      'artifact_collection.project_id as project_id',
      'artifact_type.name as type_name',
      'project.name as project_name',
      'project.entity_id as entity_id',
      'entity.name as entity_name',
    ])
}

type ArtifactRow = Awaited<ReturnType<ReturnType<typeof selectArtifacts>['executeTakeFirstOrThrow']>>

function toArtifact(row: ArtifactRow): ArtifactRecord {
  return {
    id: row.id,
    collectionId: row.collection_id,
    collectionName: row.collection_name,
    typeName: row.type_name,
    projectId: row.project_id,
    projectName: row.project_name,
    entityId: row.entity_id,
    entityName: row.entity_name,
    state: row.state as ArtifactState,
    versionIndex: row.version_index,
    digest: row.digest,
    description: row.description,
    metadata: row.metadata,
    tags: JSON.parse(row.tags) as readonly string[],
    size: row.size,
    fileCount: row.file_count,
    historyStep: row.history_step,
    ttlSeconds: row.ttl_seconds,
    userId: row.user_id,
    runId: row.run_id,
    writerRunId: row.writer_run_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export async function findArtifact(db: Executor, id: number): Promise<ArtifactRecord | undefined> {
  const row = await selectArtifacts(db).where('artifact.id', '=', id).executeTakeFirst()
  return row && toArtifact(row)
}

/** The committed version that an alias of its own collection or `v3` names. */
export async function findVersion(
  db: Executor,
  collection: { readonly id: number },
  alias: string,
): Promise<ArtifactRecord | undefined> {
  let query = selectArtifacts(db)
    .where('artifact.state', '=', 'COMMITTED')
    .where('artifact.collection_id', '=', collection.id)
  const version = parseVersionAlias(alias)
  query =
    version === null
      ? query
          .innerJoin('artifact_alias', (join) =>
            join
              .onRef('artifact_alias.artifact_id', '=', 'artifact.id')
              .onRef('artifact_alias.collection_id', '=', 'artifact.collection_id'),
          )
          .where('artifact_alias.alias', '=', alias)
      : query.where('artifact.version_index', '=', version)
  const row = await query.executeTakeFirst()
  return row && toArtifact(row)
}

/** The committed version of a collection with the highest number. */
export async function findNewestVersion(db: Executor, collectionId: number): Promise<ArtifactRecord | undefined> {
  const [newest] = await listVersions(db, collectionId, { isNewestFirst: true, after: 0, limit: 1 })
  return newest
}

/** The committed version with the highest number of each of these collections, in their order; null for one without any. */
export async function findNewestVersions(
  db: Executor,
  collectionIds: readonly number[],
): Promise<readonly (ArtifactRecord | null)[]> {
  const rows = await selectArtifacts(db)
    .innerJoin(
      (from) =>
        from
          .selectFrom('artifact as any_version')
          .where('any_version.collection_id', 'in', [...new Set(collectionIds)])
          .where('any_version.state', '=', 'COMMITTED')
          .groupBy('any_version.collection_id')
          .select(['any_version.collection_id', ({ fn }) => fn.max('any_version.version_index').as('version_index')])
          .as('newest'),
      (join) =>
        join
          .onRef('newest.collection_id', '=', 'artifact.collection_id')
          .onRef('newest.version_index', '=', 'artifact.version_index'),
    )
    .where('artifact.state', '=', 'COMMITTED')
    .execute()
  const byCollection = new Map(rows.map((row) => [row.collection_id, toArtifact(row)]))
  return collectionIds.map((id) => byCollection.get(id) ?? null)
}

/** Finds by the id that a client made for an artifact before the server knew it. */
export async function findByClientId(
  db: Executor,
  clientId: string,
  collectionId: number | null,
): Promise<ArtifactRecord | undefined> {
  let query = selectArtifacts(db).where('artifact.client_id', '=', clientId)
  if (collectionId !== null) query = query.where('artifact.collection_id', '=', collectionId)
  const row = await query.orderBy('artifact.id', 'desc').limit(1).executeTakeFirst()
  return row && toArtifact(row)
}

/** The version that several writers write together. */
export async function findDistributed(
  db: Executor,
  collectionId: number,
  distributedId: string,
): Promise<ArtifactRecord | undefined> {
  const row = await selectArtifacts(db)
    .where('artifact.collection_id', '=', collectionId)
    .where('artifact.distributed_id', '=', distributedId)
    .where('artifact.state', '=', 'PENDING')
    .orderBy('artifact.id')
    .limit(1)
    .executeTakeFirst()
  return row && toArtifact(row)
}

/** A page of versions: `after` is the number of the last version seen plus one, 0 at the start. */
export interface VersionPage {
  readonly isNewestFirst: boolean
  readonly after: number
  readonly limit: number
}

export async function listVersions(
  db: Executor,
  collectionId: number,
  page: VersionPage,
): Promise<readonly ArtifactRecord[]> {
  let query = selectArtifacts(db)
    .where('artifact.collection_id', '=', collectionId)
    .where('artifact.state', '=', 'COMMITTED')
    .orderBy('artifact.version_index', page.isNewestFirst ? 'desc' : 'asc')
    .limit(page.limit)
  if (page.after > 0) query = query.where('artifact.version_index', page.isNewestFirst ? '<' : '>', page.after - 1)
  return (await query.execute()).map(toArtifact)
}

export async function countVersions(db: Executor, collectionId: number): Promise<number> {
  const { count } = await db
    .selectFrom('artifact')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('collection_id', '=', collectionId)
    .where('state', '=', 'COMMITTED')
    .executeTakeFirstOrThrow()
  return count
}

/** Adds a version unless the collection has one of the same client id; answers with its id, or undefined. */
export async function insertArtifact(
  db: Executor,
  row: Insertable<ArtifactTables['artifact']>,
): Promise<number | undefined> {
  const inserted = await db
    .insertInto('artifact')
    .values(row)
    .onConflict((conflict) => conflict.columns(['collection_id', 'client_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export async function updateArtifact(
  db: Executor,
  id: number,
  change: Updateable<ArtifactTables['artifact']>,
): Promise<void> {
  await db.updateTable('artifact').set(change).where('id', '=', id).execute()
}

/** What only the one who writes a version needs to know of it. */
export async function findDraft(
  db: Executor,
  id: number,
): Promise<{ readonly wantedAliases: readonly string[]; readonly manifestId: number | null } | undefined> {
  const row = await db
    .selectFrom('artifact')
    .select(['wanted_aliases', 'current_manifest_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { wantedAliases: JSON.parse(row.wanted_aliases) as string[], manifestId: row.current_manifest_id }
}

/** Jobs that a run captured. */
export async function listWrittenBy(db: Executor, runId: number, typeName: string): Promise<readonly ArtifactRecord[]> {
  const rows = await selectArtifacts(db)
    .where('artifact.writer_run_id', '=', runId)
    .where('artifact.state', '=', 'COMMITTED')
    .where('artifact_type.name', '=', typeName)
    .execute()
  return rows.map(toArtifact)
}

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

/** The ids of all versions of a collection, whatever their state. */
export async function listArtifactIds(db: Executor, collectionId: number): Promise<readonly number[]> {
  const rows = await db.selectFrom('artifact').select('id').where('collection_id', '=', collectionId).execute()
  return rows.map(({ id }) => id)
}
