import type { Executor } from '../database/database.ts'
import type { ProjectRecord } from './project.ts'

function selectProjects(db: Executor) {
  return db
    .selectFrom('project')
    .innerJoin('entity', 'entity.id', 'project.entity_id')
    .selectAll('project')
    .select('entity.name as entity_name')
}

type ProjectRow = Awaited<ReturnType<ReturnType<typeof selectProjects>['executeTakeFirstOrThrow']>>

function toProject(row: ProjectRow): ProjectRecord {
  return {
    id: row.id,
    entityId: row.entity_id,
    entityName: row.entity_name,
    name: row.name,
    description: row.description,
    access: row.access,
    repo: row.repo,
    dockerImage: row.docker_image,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export async function findProject(db: Executor, entityId: number, name: string): Promise<ProjectRecord | undefined> {
  const row = await selectProjects(db)
    .where('project.entity_id', '=', entityId)
    .where('project.name', '=', name)
    .executeTakeFirst()
  return row && toProject(row)
}

export async function findProjectById(db: Executor, id: number): Promise<ProjectRecord | undefined> {
  const row = await selectProjects(db).where('project.id', '=', id).executeTakeFirst()
  return row && toProject(row)
}

/** The projects of these ids, in their order; undefined for one that is not there. */
export async function findProjectsByIds(
  db: Executor,
  ids: readonly number[],
): Promise<readonly (ProjectRecord | undefined)[]> {
  const rows = await selectProjects(db)
    .where('project.id', 'in', [...new Set(ids)])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, toProject(row)]))
  return ids.map((id) => byId.get(id))
}

/** Projects of an entity after a given id, oldest first. */
export async function listProjects(
  db: Executor,
  entityId: number,
  page: { readonly afterId: number; readonly limit: number },
): Promise<readonly ProjectRecord[]> {
  const rows = await selectProjects(db)
    .where('project.entity_id', '=', entityId)
    .where('project.id', '>', page.afterId)
    .orderBy('project.id')
    .limit(page.limit)
    .execute()
  return rows.map(toProject)
}

/** Adds a project unless one of that name is there already; tells whether it did. */
export async function insertProject(
  db: Executor,
  project: { readonly entityId: number; readonly name: string; readonly createdBy: number; readonly now: number },
): Promise<boolean> {
  const row = await db
    .insertInto('project')
    .values({
      entity_id: project.entityId,
      name: project.name,
      description: null,
      access: null,
      repo: null,
      docker_image: null,
      created_by: project.createdBy,
      created_at: project.now,
      updated_at: project.now,
    })
    .onConflict((conflict) => conflict.columns(['entity_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export interface ProjectChange {
  readonly description?: string
  readonly access?: string
  readonly repo?: string
  readonly docker_image?: string
}

export async function updateProject(db: Executor, id: number, change: ProjectChange, now: number): Promise<void> {
  await db
    .updateTable('project')
    .set({ ...change, updated_at: now })
    .where('id', '=', id)
    .execute()
}
