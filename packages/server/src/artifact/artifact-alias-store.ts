import type { Selectable } from 'kysely'
import type { Executor } from '../database/database.ts'
import type { ArtifactTables } from './artifact-tables.ts'
import type { ArtifactAliasRecord, IdPage } from './artifact.ts'

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
