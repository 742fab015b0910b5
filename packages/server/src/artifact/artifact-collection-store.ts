import type { Updateable } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { ArtifactTables } from './artifact-tables.ts'
import type { ArtifactCollectionKind, ArtifactCollectionRecord } from './artifact.ts'

/** Collections with the names of their type, project and entity. */
export function selectCollections(db: Executor) {
  return db
    .selectFrom('artifact_collection')
    .innerJoin('artifact_type', 'artifact_type.id', 'artifact_collection.type_id')
    .innerJoin('project', 'project.id', 'artifact_collection.project_id')
    .innerJoin('entity', 'entity.id', 'project.entity_id')
    .selectAll('artifact_collection')
    .select([
      'artifact_type.name as type_name',
      'project.name as project_name',
      'project.entity_id as entity_id',
      'entity.name as entity_name',
    ])
}

type CollectionRow = Awaited<ReturnType<ReturnType<typeof selectCollections>['executeTakeFirstOrThrow']>>

export function toCollection(row: CollectionRow): ArtifactCollectionRecord {
  return {
    id: row.id,
    kind: row.kind as ArtifactCollectionKind,
    projectId: row.project_id,
    projectName: row.project_name,
    entityId: row.entity_id,
    entityName: row.entity_name,
    typeId: row.type_id,
    typeName: row.type_name,
    name: row.name,
    description: row.description,
    tags: JSON.parse(row.tags) as readonly string[],
    isDeleted: false,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export async function findCollection(
  db: Executor,
  which: { readonly id: number } | { readonly projectId: number; readonly name: string },
): Promise<ArtifactCollectionRecord | undefined> {
  const query =
    'id' in which
      ? selectCollections(db).where('artifact_collection.id', '=', which.id)
      : selectCollections(db)
          .where('artifact_collection.project_id', '=', which.projectId)
          .where('artifact_collection.name', '=', which.name)
  const row = await query.executeTakeFirst()
  return row && toCollection(row)
}

/** The collections of these ids, in their order; undefined for one that is not there. */
export async function findCollectionsByIds(
  db: Executor,
  ids: readonly number[],
): Promise<readonly (ArtifactCollectionRecord | undefined)[]> {
  if (ids.length === 0) return []
  const rows = await selectCollections(db).where('artifact_collection.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, toCollection(row)]))
  return ids.map((id) => byId.get(id))
}

/** Which collections of one name to find, in whatever projects of the entities. */
export interface CollectionSearch {
  readonly entityIds: readonly number[]
  readonly typeName: string
  readonly name: string
  /** Null for any. */
  readonly projectName: string | null
}

/** Artifacts of one name, by project; portfolios are not among them. */
export async function findCollectionsByName(
  db: Executor,
  search: CollectionSearch,
  limit: number,
): Promise<readonly ArtifactCollectionRecord[]> {
  if (search.entityIds.length === 0) return []
  let query = selectCollections(db)
    .where('project.entity_id', 'in', search.entityIds)
    .where('artifact_collection.kind', '=', 'SEQUENCE')
    .where('artifact_collection.name', '=', search.name)
    .where('artifact_type.name', '=', search.typeName)
  if (search.projectName !== null) query = query.where('project.name', '=', search.projectName)
  const rows = await query.orderBy('artifact_collection.id').limit(limit).execute()
  return rows.map(toCollection)
}

export async function insertCollection(
  db: Executor,
  collection: {
    readonly projectId: number
    readonly typeId: number
    readonly kind: ArtifactCollectionKind
    readonly name: string
    readonly now: number
  },
): Promise<void> {
  await db
    .insertInto('artifact_collection')
    .values({
      project_id: collection.projectId,
      type_id: collection.typeId,
      kind: collection.kind,
      name: collection.name,
      description: null,
      tags: '[]',
      next_version: 0,
      created_at: collection.now,
      updated_at: collection.now,
    })
    .onConflict((conflict) => conflict.columns(['project_id', 'name']).doNothing())
    .execute()
}

/** Changes a collection; its row stays locked until the end of the transaction. */
export async function updateCollection(
  db: Executor,
  id: number,
  change: Updateable<ArtifactTables['artifact_collection']>,
): Promise<void> {
  await db.updateTable('artifact_collection').set(change).where('id', '=', id).execute()
}

export async function deleteCollection(db: Executor, id: number): Promise<void> {
  await db.deleteFrom('artifact_collection').where('id', '=', id).execute()
}

/** Takes the number of the next version and holds the collection until the end of the transaction. */
export async function takeVersionIndex(db: Executor, collectionId: number, now: number): Promise<number | null> {
  const row = await db
    .updateTable('artifact_collection')
    .set((expression) => ({ next_version: expression('next_version', '+', 1), updated_at: now }))
    .where('id', '=', collectionId)
    .returning('next_version')
    .executeTakeFirst()
  return row === undefined ? null : row.next_version - 1
}
