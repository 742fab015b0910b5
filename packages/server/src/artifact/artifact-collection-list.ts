import { sql } from 'kysely'
import type { Executor } from '../database/database.ts'
import { matchesPieces, type DatabaseDialect } from '../database/dialect.ts'
import { selectCollections, toCollection } from './artifact-collection-store.ts'
import type { ArtifactCollectionRecord, IdPage } from './artifact.ts'

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
