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

/** The ids of all versions of a collection, whatever their state. */
export async function listArtifactIds(db: Executor, collectionId: number): Promise<readonly number[]> {
  const rows = await db.selectFrom('artifact').select('id').where('collection_id', '=', collectionId).execute()
  return rows.map(({ id }) => id)
}
