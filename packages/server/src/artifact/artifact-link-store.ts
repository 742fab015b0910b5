import type { Selectable } from 'kysely'
import type { Executor } from '../database/database.ts'
import { parseVersionAlias } from './artifact-name.ts'
import type { ArtifactTables } from './artifact-tables.ts'
import type { ArtifactLinkRecord } from './artifact.ts'

function toLink(row: Selectable<ArtifactTables['artifact_link']>): ArtifactLinkRecord {
  return {
    id: row.id,
    collectionId: row.collection_id,
    artifactId: row.artifact_id,
    versionIndex: row.version_index,
    createdAt: row.created_at,
  }
}

/** Links to versions that are final: a link to one that is still written shows once it is. */
function selectShownLinks(db: Executor) {
  return db
    .selectFrom('artifact_link')
    .innerJoin('artifact', 'artifact.id', 'artifact_link.artifact_id')
    .selectAll('artifact_link')
    .where('artifact.state', '=', 'COMMITTED')
}

/** The link that an alias of the portfolio or `v3` names. */
export async function findLink(
  db: Executor,
  collectionId: number,
  alias: string,
): Promise<ArtifactLinkRecord | undefined> {
  const query = selectShownLinks(db).where('artifact_link.collection_id', '=', collectionId)
  const version = parseVersionAlias(alias)
  const row =
    version === null
      ? await query
          .innerJoin('artifact_alias', (join) =>
            join
              .onRef('artifact_alias.collection_id', '=', 'artifact_link.collection_id')
              .onRef('artifact_alias.artifact_id', '=', 'artifact_link.artifact_id'),
          )
          .where('artifact_alias.alias', '=', alias)
          .executeTakeFirst()
      : await query.where('artifact_link.version_index', '=', version).executeTakeFirst()
  return row && toLink(row)
}

/** The link of a portfolio to a version, whatever its state. */
export async function findLinkTo(
  db: Executor,
  collectionId: number,
  artifactId: number,
): Promise<ArtifactLinkRecord | undefined> {
  const row = await db
    .selectFrom('artifact_link')
    .selectAll()
    .where('collection_id', '=', collectionId)
    .where('artifact_id', '=', artifactId)
    .executeTakeFirst()
  return row && toLink(row)
}

/** Links to a version after a given id, oldest first. */
export async function listLinksTo(
  db: Executor,
  artifactId: number,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly ArtifactLinkRecord[]> {
  const rows = await db
    .selectFrom('artifact_link')
    .selectAll()
    .where('artifact_id', '=', artifactId)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map(toLink)
}

/** Links of a portfolio by their number; `after` is the number of the last one seen plus one, 0 at the start. */
export async function listLinks(
  db: Executor,
  collectionId: number,
  page: { readonly isNewestFirst: boolean; readonly after: number; readonly limit: number },
): Promise<readonly ArtifactLinkRecord[]> {
  let query = selectShownLinks(db)
    .where('artifact_link.collection_id', '=', collectionId)
    .orderBy('artifact_link.version_index', page.isNewestFirst ? 'desc' : 'asc')
    .limit(page.limit)
  if (page.after > 0) query = query.where('artifact_link.version_index', page.isNewestFirst ? '<' : '>', page.after - 1)
  return (await query.execute()).map(toLink)
}

export async function countLinks(db: Executor, collectionId: number): Promise<number> {
  const { count } = await selectShownLinks(db)
    .where('artifact_link.collection_id', '=', collectionId)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Adds a link unless the portfolio has one to this version. */
export async function insertLink(
  db: Executor,
  link: {
    readonly collectionId: number
    readonly artifactId: number
    readonly versionIndex: number
    readonly userId: number
    readonly now: number
  },
): Promise<void> {
  await db
    .insertInto('artifact_link')
    .values({
      collection_id: link.collectionId,
      artifact_id: link.artifactId,
      version_index: link.versionIndex,
      created_by: link.userId,
      created_at: link.now,
    })
    .onConflict((conflict) => conflict.columns(['collection_id', 'artifact_id']).doNothing())
    .execute()
}

export async function deleteLink(db: Executor, id: number): Promise<void> {
  await db.deleteFrom('artifact_link').where('id', '=', id).execute()
}
