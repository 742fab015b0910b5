import { sql, type Selectable, type Updateable } from 'kysely'
import type { Executor } from '../database/database.ts'
import { matchesPieces, type DatabaseDialect } from '../database/dialect.ts'
import type { ArtifactTables } from './artifact-tables.ts'
import type {
  ArtifactAliasRecord,
  ArtifactCollectionKind,
  ArtifactCollectionRecord,
  ArtifactTypeRecord,
} from './artifact.ts'

/** A page of rows by their id: in rising order, those after `after`. */
interface IdPage {
  readonly after: number
  readonly limit: number
}

function selectTypes(db: Executor) {
  return db
    .selectFrom('artifact_type')
    .innerJoin('project', 'project.id', 'artifact_type.project_id')
    .innerJoin('entity', 'entity.id', 'project.entity_id')
    .selectAll('artifact_type')
    .select('entity.name as entity_name')
}

type TypeRow = Awaited<ReturnType<ReturnType<typeof selectTypes>['executeTakeFirstOrThrow']>>

function toType(row: TypeRow): ArtifactTypeRecord {
  return {
    id: row.id,
    projectId: row.project_id,
    entityName: row.entity_name,
    name: row.name,
    description: row.description,
    createdAt: row.created_at,
  }
}

export async function findType(
  db: Executor,
  which: { readonly id: number } | { readonly projectId: number; readonly name: string },
): Promise<ArtifactTypeRecord | undefined> {
  const query =
    'id' in which
      ? selectTypes(db).where('artifact_type.id', '=', which.id)
      : selectTypes(db)
          .where('artifact_type.project_id', '=', which.projectId)
          .where('artifact_type.name', '=', which.name)
  const row = await query.executeTakeFirst()
  return row && toType(row)
}

export async function listTypes(db: Executor, projectId: number, page: IdPage): Promise<readonly ArtifactTypeRecord[]> {
  const rows = await selectTypes(db)
    .where('artifact_type.project_id', '=', projectId)
    .where('artifact_type.id', '>', page.after)
    .orderBy('artifact_type.id')
    .limit(page.limit)
    .execute()
  return rows.map(toType)
}

export async function insertType(
  db: Executor,
  type: {
    readonly projectId: number
    readonly name: string
    readonly description: string | null
    readonly now: number
  },
): Promise<void> {
  await db
    .insertInto('artifact_type')
    .values({ project_id: type.projectId, name: type.name, description: type.description, created_at: type.now })
    .onConflict((conflict) => conflict.columns(['project_id', 'name']).doNothing())
    .execute()
}

function selectCollections(db: Executor) {
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

function toCollection(row: CollectionRow): ArtifactCollectionRecord {
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

/** Which collections of a project to list. */
export interface CollectionFilter {
  readonly projectId: number
  readonly typeName: string | null
  /** Leaves out collections that have no committed version. */
  readonly isCommitted: boolean
}

function filterCollections(db: Executor, filter: CollectionFilter) {
  let query = selectCollections(db).where('artifact_collection.project_id', '=', filter.projectId)
  if (filter.typeName !== null) query = query.where('artifact_type.name', '=', filter.typeName)
  if (filter.isCommitted) {
    query = query.where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('artifact')
            .select('artifact.id')
            .whereRef('artifact.collection_id', '=', 'artifact_collection.id')
            .where('artifact.state', '=', 'COMMITTED'),
        ),
        where.exists(
          where
            .selectFrom('artifact_link')
            .innerJoin('artifact as linked', 'linked.id', 'artifact_link.artifact_id')
            .select('artifact_link.id')
            .whereRef('artifact_link.collection_id', '=', 'artifact_collection.id')
            .where('linked.state', '=', 'COMMITTED'),
        ),
      ]),
    )
  }
  return query
}

/** Collections after a given id, oldest first. */
export async function listCollections(
  db: Executor,
  filter: CollectionFilter,
  page: IdPage,
): Promise<readonly ArtifactCollectionRecord[]> {
  const rows = await filterCollections(db, filter)
    .where('artifact_collection.id', '>', page.after)
    .orderBy('artifact_collection.id')
    .limit(page.limit)
    .execute()
  return rows.map(toCollection)
}

export async function countCollections(db: Executor, filter: CollectionFilter): Promise<number> {
  const { count } = await filterCollections(db, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Collections of a type in a project or in all projects of an entity; with a text those whose name or description holds it. */
export interface NewestVersionFilter {
  readonly place: { readonly projectId: number } | { readonly entityId: number }
  readonly typeName: string
  readonly search: string | null
}

/** The newest version of each collection of a type, newest first: `after` is the id of the last version seen, 0 at the start. */
export async function listNewestVersions(
  db: Executor,
  dialect: DatabaseDialect,
  which: NewestVersionFilter,
  page: IdPage,
): Promise<readonly { readonly collectionId: number; readonly artifactId: number }[]> {
  let query = db
    .selectFrom('artifact')
    .innerJoin('artifact_collection', 'artifact_collection.id', 'artifact.collection_id')
    .innerJoin('artifact_type', 'artifact_type.id', 'artifact_collection.type_id')
    .where('artifact_type.name', '=', which.typeName)
    .where('artifact.state', '=', 'COMMITTED')
    .groupBy('artifact.collection_id')
    .select(({ fn }) => ['artifact.collection_id', fn.max('artifact.id').as('newest_id')])
    .orderBy('newest_id', 'desc')
    .limit(page.limit)
  const { place, search } = which
  if ('projectId' in place) query = query.where('artifact_collection.project_id', '=', place.projectId)
  else {
    query = query.where('artifact_collection.project_id', 'in', (where) =>
      where.selectFrom('project').select('project.id').where('project.entity_id', '=', place.entityId),
    )
  }
  if (search !== null) {
    const text = sql<string>`lower(artifact_collection.name || ' ' || coalesce(artifact_collection.description, ''))`
    query = query.where(
      matchesPieces(dialect, text, { pieces: [search.toLowerCase()], isOpenAtStart: true, isOpenAtEnd: true }),
    )
  }
  if (page.after > 0) query = query.having(({ fn }) => fn.max('artifact.id'), '<', page.after)
  const rows = await query.execute()
  return rows.map((row) => ({ collectionId: row.collection_id, artifactId: row.newest_id }))
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

/** Points an alias at a version, away from the one that it may have named before. */
export async function setAlias(db: Executor, collectionId: number, alias: string, artifactId: number): Promise<void> {
  await db
    .insertInto('artifact_alias')
    .values({ collection_id: collectionId, alias, artifact_id: artifactId })
    .onConflict((conflict) => conflict.columns(['collection_id', 'alias']).doUpdateSet({ artifact_id: artifactId }))
    .execute()
}

/** Removes aliases of a version in a collection: those named, or all. */
export async function deleteAliases(
  db: Executor,
  place: { readonly collectionId: number; readonly artifactId: number },
  aliases: readonly string[] | null,
): Promise<void> {
  if (aliases?.length === 0) return
  let query = db
    .deleteFrom('artifact_alias')
    .where('collection_id', '=', place.collectionId)
    .where('artifact_id', '=', place.artifactId)
  if (aliases !== null) query = query.where('alias', 'in', aliases)
  await query.execute()
}

/** All aliases of these artifacts, in their order. */
export async function listAliasesOfEach(
  db: Executor,
  artifactIds: readonly number[],
): Promise<readonly (readonly ArtifactAliasRecord[])[]> {
  const rows = await db
    .selectFrom('artifact_alias')
    .selectAll()
    .where('artifact_id', 'in', [...new Set(artifactIds)])
    .orderBy('id')
    .execute()
  const byArtifact = Map.groupBy(rows.map(toAlias), ({ artifactId }) => artifactId)
  return artifactIds.map((id) => byArtifact.get(id) ?? [])
}

/** The aliases of a version, of a whole collection, or of a version in a collection, after a given id. */
export async function listAliases(
  db: Executor,
  owner: { readonly artifactId?: number; readonly collectionId?: number },
  page: IdPage,
): Promise<readonly ArtifactAliasRecord[]> {
  let query = db.selectFrom('artifact_alias').selectAll().where('id', '>', page.after).orderBy('id').limit(page.limit)
  if (owner.artifactId !== undefined) query = query.where('artifact_id', '=', owner.artifactId)
  if (owner.collectionId !== undefined) query = query.where('collection_id', '=', owner.collectionId)
  return (await query.execute()).map(toAlias)
}

function toAlias(row: Selectable<ArtifactTables['artifact_alias']>): ArtifactAliasRecord {
  return { id: row.id, alias: row.alias, collectionId: row.collection_id, artifactId: row.artifact_id }
}
