import { InvalidInputError } from '@slipway/core'
import { sql, type RawBuilder } from 'kysely'
import type { Executor } from '../database/database.ts'
import { matchesPieces, type DatabaseDialect } from '../database/dialect.ts'
import type { CollectionOrder } from './artifact-collection-filter.ts'
import { selectCollections, toCollection } from './artifact-collection-store.ts'
import type { ArtifactCollectionRecord, IdPage } from './artifact.ts'

/** Which collections of a project to list. */
export interface CollectionFilter {
  readonly projectId: number
  readonly typeName: string | null
  /** Leaves out collections that have no committed version. */
  readonly isCommitted: boolean
  /** A further condition; null for none. */
  readonly condition: RawBuilder<boolean> | null
}

/** Which page of them. */
export interface CollectionPage {
  readonly order: CollectionOrder
  /** Where the last page ended, as `collectionPosition` gives it; null for the first page. */
  readonly after: string | null
  readonly limit: number
}

function filterCollections(db: Executor, filter: CollectionFilter) {
  let query = selectCollections(db).where('artifact_collection.project_id', '=', filter.projectId)
  if (filter.typeName !== null) query = query.where('artifact_type.name', '=', filter.typeName)
  if (filter.condition !== null) query = query.where(filter.condition)
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

/** A page of collections. */
export async function listCollections(
  db: Executor,
  filter: CollectionFilter,
  { order, after, limit }: CollectionPage,
): Promise<readonly ArtifactCollectionRecord[]> {
  const direction = order.isDescending ? 'desc' : 'asc'
  let query = filterCollections(db, filter)
  if (after !== null) {
    const { id, value } = readPosition(order, after)
    const key = sql`(${sql.ref(`artifact_collection.${order.by}`)}, artifact_collection.id)`
    query = query.where(sql<boolean>`${key} ${order.isDescending ? sql`<` : sql`>`} (${value}, ${id})`)
  }
  const rows = await query
    .orderBy(`artifact_collection.${order.by}`, direction)
    .orderBy('artifact_collection.id', direction)
    .limit(limit)
    .execute()
  return rows.map(toCollection)
}

/** The place of a collection in a list of this order, which stays when the collection is deleted. */
export function collectionPosition(order: CollectionOrder, { id, name, updatedAt }: ArtifactCollectionRecord): string {
  const value = { id: '', name, updated_at: String(updatedAt) }[order.by]
  return `${id}/${value}`
}

function readPosition(
  order: CollectionOrder,
  position: string,
): { readonly id: number; readonly value: string | number } {
  const [, digits = '', value = ''] = /^(\d{1,15})\/(.*)$/su.exec(position) ?? []
  const id = Number(digits)
  if (digits === '' || (order.by === 'updated_at' && !/^\d{1,15}$/u.test(value)))
    throw new InvalidInputError('Cannot go on in the list of collections: the cursor is of another list. Start again.')
  return { id, value: { id, name: value, updated_at: Number(value) }[order.by] }
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
