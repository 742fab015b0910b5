import type { EntityRecord, Viewer } from '../account/account.ts'
import { createBatch } from '../batch.ts'
import type { Database, Executor } from '../database/database.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { ProjectService } from '../project/project-service.ts'
import { listRunsOfJob, listRunsOfJobVersions, type RunsOfJobVersions } from './job-runs-store.ts'
import type { RunAlertRecord, RunRecord } from './run.ts'
import { countRuns } from './run-count.ts'
import { runGone, runNotFound } from './run-errors.ts'
import { parseRunId } from './run-id.ts'
import { readRunCondition, readRunSelection } from './run-search.ts'
import * as alerts from './run-alert-store.ts'
import * as store from './run-store.ts'

/** Finds and lists runs. A run that is deleted or not the viewer's to see is as good as absent. */
export interface RunReader {
  find(viewer: Viewer, project: ProjectRecord, name: string): Promise<RunRecord | null>
  /** Without names: the viewer's own entity, and the project of runs that name none. */
  findByName(
    viewer: Viewer,
    entityName: string | null,
    projectName: string | null,
    name: string,
  ): Promise<RunRecord | null>
  /** Runs of a project that match the filters, in the order asked for, both as the client writes them. */
  list(
    viewer: Viewer,
    project: ProjectRecord,
    selection: { readonly filters: string | null; readonly order: string | null },
    page: PageRequest,
  ): Promise<readonly RunRecord[]>
  /** The same for all projects of an entity; null when the viewer is not in it. */
  listOfEntity(
    viewer: Viewer,
    entity: EntityRecord,
    selection: { readonly filters: string | null; readonly order: string | null },
    page: PageRequest,
  ): Promise<readonly RunRecord[] | null>
  count(viewer: Viewer, project: ProjectRecord, filters: string | null): Promise<number>
  findById(viewer: Viewer, wireId: string): Promise<RunRecord | null>
  findByRowId(viewer: Viewer, id: number, executor?: Executor): Promise<RunRecord | null>
  /** A run of a project inside a transaction, for callers that have authorised the project. */
  findInProject(executor: Executor, projectId: number, name: string): Promise<RunRecord | null>
  /** Tells whether a run of this row id exists and is not deleted, for callers that were authorised otherwise. */
  isThere(executor: Executor, id: number): Promise<boolean>
  /**
   * Takes a run's lock until the end of the transaction: whoever changes what belongs to the run waits. Answers false when
   * the run is not there or deleted.
   */
  lock(executor: Executor, id: number): Promise<boolean>
  /** The run to write to. Throws NotFoundError, or GoneError when it was deleted. */
  requireWritable(viewer: Viewer, entityName: string, projectName: string, name: string): Promise<RunRecord>
  /** The runs of a sweep, oldest first, for callers that have authorised the project. */
  listOfSweep(
    executor: Executor,
    sweep: { readonly projectId: number; readonly sweepName: string },
    page: { readonly afterId: number; readonly limit: number },
  ): Promise<readonly RunRecord[]>
  /** Runs by row id, for callers that were authorised otherwise; deleted ones are left out. */
  listByRowIds(executor: Executor, ids: readonly number[]): Promise<readonly RunRecord[]>
  /** The alerts of a run, newest first, from before an id on (0 for the newest). */
  listAlerts(
    run: RunRecord,
    page: { readonly beforeId: number; readonly limit: number },
  ): Promise<readonly RunAlertRecord[]>
  /** Runs launched from a job version, newest first, from before an id on (0 for the newest). */
  listByJobVersion(
    viewer: Viewer,
    artifactId: number,
    page: { readonly beforeId: number; readonly limit: number },
  ): Promise<readonly RunRecord[]>
  /** Runs launched from any version of a job, given as its collection, newest first. */
  listByJob(
    viewer: Viewer,
    collectionId: number,
    page: { readonly beforeId: number; readonly limit: number },
  ): Promise<readonly RunRecord[]>
}

/** Creates the reader. */
export function createRunReader(deps: { readonly database: Database; readonly project: ProjectService }): RunReader {
  const { database, project: projects } = deps
  const findById = createBatch((ids: readonly number[]) => store.findRunsByIds(database.db, ids))
  const listByJob = createBatch((questions: readonly RunsOfJobVersions[]) =>
    listRunsOfJobVersions(database.db, questions),
  )

  const reader: RunReader = {
    async find(viewer, project, name) {
      return visible(viewer, await store.findRunByName(database.db, project.id, name))
    },
    async findByName(viewer, entityName, projectName, name) {
      const project = await projects.find(viewer, entityName, projectName)
      return project === null ? null : reader.find(viewer, project, name)
    },
    async list(_viewer, project, selection, page) {
      const place = { entityId: project.entityId, projectId: project.id }
      return store.listRuns(database.db, place, await readRunSelection(database, place, selection), page)
    },
    async listOfEntity(viewer, entity, selection, page) {
      if (viewer.entityIds.get(entity.name) !== entity.id) return null
      const place = { entityId: entity.id, projectId: null }
      return store.listRuns(database.db, place, await readRunSelection(database, place, selection), page)
    },
    async count(_viewer, project, filters) {
      const place = { entityId: project.entityId, projectId: project.id }
      return countRuns(database.db, database.dialect, place, await readRunCondition(database, place, filters))
    },
    async findById(viewer, wireId) {
      const address = parseRunId(wireId)
      return address === null ? null : reader.findByName(viewer, address.entityName, address.projectName, address.name)
    },
    async findByRowId(viewer, id, executor) {
      return visible(viewer, await (executor === undefined ? findById(id) : store.findRunById(executor, id)))
    },
    async findInProject(executor, projectId, name) {
      const stored = await store.findRunByName(executor, projectId, name)
      return stored === undefined || stored.deletedAt !== null ? null : stored.run
    },
    async isThere(executor, id) {
      return (await store.findRunById(executor, id))?.deletedAt === null
    },
    lock: (executor, id) => store.lockRun(executor, database.dialect, id),
    async requireWritable(viewer, entityName, projectName, name) {
      const entityId = viewer.entityIds.get(entityName)
      const stored =
        entityId === undefined ? undefined : await store.findRunByAddress(database.db, { entityId, projectName, name })
      if (stored === undefined) throw runNotFound(`${entityName}/${projectName}/${name}`)
      if (stored.deletedAt !== null) throw runGone(name)
      return stored.run
    },
    listOfSweep: (executor, sweep, page) => store.listRunsOfSweep(executor, sweep, page),
    listByRowIds: (executor, ids) => store.listRunsById(executor, ids),
    listAlerts: (run, page) => alerts.listRunAlerts(database.db, run.id, page),
    listByJobVersion: (viewer, artifactId, page) =>
      listRunsOfJob(database.db, artifactId, [...viewer.entityIds.values()], page),
    listByJob: (viewer, collectionId, page) =>
      listByJob({ collectionId, entityIds: [...viewer.entityIds.values()], ...page }),
  }
  return reader
}

function visible(viewer: Viewer, stored: store.StoredRun | undefined): RunRecord | null {
  return stored !== undefined && stored.deletedAt === null && viewer.entityIds.has(stored.run.entityName)
    ? stored.run
    : null
}
