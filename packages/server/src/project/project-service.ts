import { InvalidInputError, NotFoundError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database, Executor } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { ProjectRecord } from './project.ts'
import * as store from './project-store.ts'

const MAX_NAME_CHARACTERS = 128
/** Where a run goes that names no project. Source: wandb client, which falls back to the same name. */
const DEFAULT_PROJECT = 'uncategorized'
/** The project of run queues, which clients take for granted in every entity. Source: wandb client, LAUNCH_DEFAULT_PROJECT. */
const RUN_QUEUE_PROJECT = 'model-registry'

/** Projects of the entities that a viewer is in. */
export interface ProjectService {
  /** The project, or null when it is not there or not the viewer's to see. */
  find(viewer: Viewer, entityName: string | null, name: string | null): Promise<ProjectRecord | null>
  /** The project. Throws NotFoundError when it is not there or not the viewer's to see. */
  require(viewer: Viewer, entityName: string | null, name: string | null): Promise<ProjectRecord>
  /** The project, made when it is not there yet. Throws NotFoundError for an entity that the viewer is not in. */
  ensure(
    viewer: Viewer,
    entityName: string | null,
    name: string | null,
    executor?: Executor,
  ): Promise<{ readonly project: ProjectRecord; readonly isNew: boolean }>
  findById(viewer: Viewer, id: number): Promise<ProjectRecord | null>
  list(
    viewer: Viewer,
    entityName: string | null,
    page: { readonly afterId: number; readonly limit: number },
  ): Promise<readonly ProjectRecord[]>
  update(viewer: Viewer, project: ProjectRecord, change: store.ProjectChange): Promise<ProjectRecord>
}

/** Creates the project service. */
export function createProjectService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly account: AccountService
  readonly changes: Changes
}): ProjectService {
  const { database, clock, account, changes } = deps

  const findById = createBatch((ids: readonly number[]) => store.findProjectsByIds(database.db, ids))

  const service: ProjectService = {
    async find(viewer, entityName, name) {
      const entityId = viewer.entityIds.get(
        entityName === null || entityName === '' ? viewer.user.username : entityName,
      )
      if (entityId === undefined) return null
      const known = await store.findProject(
        database.db,
        entityId,
        name === null || name === '' ? DEFAULT_PROJECT : name,
      )
      if (known !== undefined || name !== RUN_QUEUE_PROJECT) return known ?? null
      return (await service.ensure(viewer, entityName, name)).project
    },
    async require(viewer, entityName, name) {
      const project = await service.find(viewer, entityName, name)
      if (project === null) {
        const path = `${entityName ?? viewer.user.username}/${name ?? DEFAULT_PROJECT}`
        throw new NotFoundError(
          `Cannot find project "${path}": it does not exist, or you do not belong to its entity. Check the name.`,
        )
      }
      return project
    },
    async ensure(viewer, entityName, name, executor = database.db) {
      const entityId = account.requireEntityId(viewer, entityName)
      const wanted = name === null || name === '' ? DEFAULT_PROJECT : name
      const known = await store.findProject(executor, entityId, wanted)
      if (known !== undefined) return { project: known, isNew: false }
      checkProjectName(wanted)
      const isNew = await store.insertProject(executor, {
        entityId,
        name: wanted,
        createdBy: viewer.user.id,
        now: clock.now(),
      })
      const project = await store.findProject(executor, entityId, wanted)
      if (project === undefined)
        throw new NotFoundError(`Cannot find project "${wanted}": it was deleted while it was being made. Try again.`)
      if (isNew) database.afterCommit(executor, () => changes.project(entityId, 'created'))
      return { project, isNew }
    },
    async findById(viewer, id) {
      const project = await findById(id)
      return project !== undefined && viewer.entityIds.has(project.entityName) ? project : null
    },
    async list(viewer, entityName, page) {
      const entityId = viewer.entityIds.get(
        entityName === null || entityName === '' ? viewer.user.username : entityName,
      )
      return entityId === undefined ? [] : store.listProjects(database.db, entityId, page)
    },
    async update(_viewer, project, change) {
      await store.updateProject(database.db, project.id, change, clock.now())
      changes.project(project.entityId, 'config')
      return (await store.findProjectById(database.db, project.id)) ?? project
    },
  }
  return service
}

/** The client's own rule for project names. Source: wandb client, sdk/artifacts/_validators. */
function checkProjectName(name: string): void {
  if (name.length > MAX_NAME_CHARACTERS || /[/\\#?%:\p{Cc}]/u.test(name)) {
    throw new InvalidInputError(
      `Cannot create project "${name}": a name has at most ${MAX_NAME_CHARACTERS} characters and none of / \\ # ? % : or a line break.`,
    )
  }
}
