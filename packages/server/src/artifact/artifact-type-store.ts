import type { Executor } from '../database/database.ts'
import type { ArtifactTypeRecord, IdPage } from './artifact.ts'

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
