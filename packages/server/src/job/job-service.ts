import type { Viewer } from '../account/account.ts'
import type { ArtifactCollectionRecord, ArtifactRecord } from '../artifact/artifact.ts'
import { JOB_TYPE, readMetadata } from '../artifact/artifact-draft.ts'
import type { Listed } from '../artifact/artifact-catalogue.ts'
import type { ArtifactService } from '../artifact/artifact-service.ts'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { FileService } from '../file/file-service.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { ProjectService } from '../project/project-service.ts'
import { isLiveState, type RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import { summariseUsage, type InputUsageRecord } from './input-usage.ts'
import { listUsageSamples } from './input-usage-store.ts'
import { captureJob } from './job-capture.ts'
import * as store from './job-store.ts'
import type { JobCapture, JobRecord, JobVersionRecord } from './job.ts'

/** Larger managed files are not shown or filled into forms. */
const MAX_CONFIG_FILE_BYTES = 4 * 1024 * 1024
/** A file that the capturing run has announced may still be on its way this long after the run's end. */
const LATE_FILES_MS = 10 * 60 * 1000
const MAX_CACHED_CAPTURES = 500
const MAX_SAME_NAMES = 20
/** The type of the run that `wandb job create` opens and deletes; it has no inputs. Source: wandb client protocol. */
const HAND_MADE_JOB_TYPE = 'cli_create_job'

/** Jobs and their versions, read from artifacts of type `job`. */
export interface JobService {
  /** A version by `entity/project/name:alias`; without an alias the latest. Null when there is none that the viewer may see. */
  findVersion(viewer: Viewer, path: string): Promise<JobVersionRecord | null>
  /** A version by `name:alias` in a project. */
  findVersionIn(viewer: Viewer, project: ProjectRecord, name: string): Promise<JobVersionRecord | null>
  /** The versions of this name and alias in all projects of the viewer's entities, or only in those named; at most 20. */
  findVersionsByName(
    viewer: Viewer,
    which: {
      readonly name: string
      readonly alias: string
      readonly entityName: string | null
      readonly projectName: string | null
    },
  ): Promise<readonly JobVersionRecord[]>
  /** An artifact as a job version; null for an artifact of another type or one that is not committed. */
  toVersion(viewer: Viewer, artifact: ArtifactRecord): Promise<JobVersionRecord | null>
  /** The job version that a run was launched from or that it made. */
  versionOfRun(viewer: Viewer, run: RunRecord): Promise<JobVersionRecord | null>
  /** What the newest runs of the job had for the inputs of one of its versions. */
  usageOf(viewer: Viewer, version: JobVersionRecord): Promise<readonly InputUsageRecord[]>
  find(viewer: Viewer, project: ProjectRecord, name: string): Promise<JobRecord | null>
  /** Jobs of a project or of an entity, the one with the newest version first; with a text those that it describes. */
  list(viewer: Viewer, place: JobPlace, search: string | null, page: PageRequest): Promise<readonly Listed<JobRecord>[]>
  findNewestVersion(viewer: Viewer, job: JobRecord): Promise<JobVersionRecord | null>
  /** The versions of a job, newest first; the page counts version numbers. */
  listVersions(viewer: Viewer, job: JobRecord, page: PageRequest): Promise<readonly JobVersionRecord[]>
}

/** Where to look for jobs: a project, or all projects of an entity. */
export interface JobPlace {
  readonly entityName: string
  readonly entityId: number
  readonly projectId?: number
}

/** Creates the job service. */
export function createJobService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly project: ProjectService
  readonly run: RunService
  readonly file: FileService
  readonly artifact: ArtifactService
}): JobService {
  const { database, clock, project: projects, run: runs, file: files, artifact: artifacts } = deps
  const kept = new Map<number, JobCapture>()
  const findCapture = createBatch((ids: readonly number[]) => store.findCaptures(database.db, ids))

  async function readConfigFile(run: RunRecord, path: string): Promise<string | null> {
    const bytes =
      (await files.readRunFile(run, `_wandb_configs/${path}`)) ??
      (await files.readRunFile(run, `_wandb_configs/${path.replace(/^(?:\.\/)+/u, '')}`))
    return bytes === null || bytes.byteLength > MAX_CONFIG_FILE_BYTES ? null : bytes.toString('utf8')
  }

  /** A config file that somebody put into the artifact when they made the job by hand. */
  async function readDeclaredFile(artifact: ArtifactRecord, path: string): Promise<string | null> {
    const bytes = await artifacts.readFile(artifact, `_wandb_configs/${path}`)
    return bytes === null || bytes.byteLength > MAX_CONFIG_FILE_BYTES ? null : bytes.toString('utf8')
  }

  /** Reads a capture afresh, and keeps it when nothing can change it any more. */
  async function capture(artifact: ArtifactRecord, run: RunRecord | null): Promise<JobCapture> {
    const source = run?.jobType === HAND_MADE_JOB_TYPE ? null : run
    const jobFile = await artifacts.readFile(artifact, 'wandb-job.json')
    const read = await captureJob({
      jobFile: jobFile?.toString('utf8') ?? null,
      metadata: readMetadata(artifact.metadata),
      run: source,
      readConfigFile: (path) => (source === null ? readDeclaredFile(artifact, path) : readConfigFile(source, path)),
    })
    if (!read.capture.isPartial && isOver(run, read.isComplete)) {
      await store.insertCapture(database.db, artifact.id, read.capture, clock.now())
    }
    return read.capture
  }

  function isOver(run: RunRecord | null, isComplete: boolean): boolean {
    if (run === null) return true
    if (isLiveState(run.state)) return false
    return isComplete || clock.now() - (run.endedAt ?? run.updatedAt) > LATE_FILES_MS
  }

  async function captureOf(viewer: Viewer, artifact: ArtifactRecord): Promise<JobCapture> {
    const known = kept.get(artifact.id) ?? (await findCapture(artifact.id))
    if (known === undefined) {
      const run = artifact.writerRunId === null ? null : await runs.findByRowId(viewer, artifact.writerRunId)
      return capture(artifact, run)
    }
    if (kept.size >= MAX_CACHED_CAPTURES) kept.clear()
    kept.set(artifact.id, known)
    return known
  }

  runs.onRunChanged(async ({ run, previousState }) => {
    if (isLiveState(run.state) || previousState === null) return
    for (const artifact of await artifacts.listWrittenBy(run, JOB_TYPE)) {
      if ((await findCapture(artifact.id)) === undefined) await capture(artifact, run)
    }
  })

  const service: JobService = {
    async findVersion(viewer, path) {
      const [entityName, projectName, name, ...rest] = path.split('/')
      if (entityName === undefined || projectName === undefined || name === undefined || rest.length > 0) return null
      const project = await projects.find(viewer, entityName, projectName)
      return project === null ? null : service.findVersionIn(viewer, project, name)
    },
    async findVersionIn(viewer, project, name) {
      const artifact = await artifacts.findByName(viewer, project, name)
      return artifact === null ? null : service.toVersion(viewer, artifact)
    },
    async findVersionsByName(viewer, { alias, ...which }) {
      const found = await artifacts.findCollectionsByName(viewer, { typeName: JOB_TYPE, ...which }, MAX_SAME_NAMES)
      const versions = found.map(async (collection) => {
        const artifact = await artifacts.findVersion(collection, alias)
        return artifact === null ? null : service.toVersion(viewer, artifact)
      })
      return (await Promise.all(versions)).filter((version) => version !== null)
    },
    async toVersion(viewer, artifact) {
      if (artifact.typeName !== JOB_TYPE || artifact.state !== 'COMMITTED') return null
      const aliases = await artifacts.aliasesOf(artifact)
      return {
        ...(await captureOf(viewer, artifact)),
        artifactId: artifact.id,
        collectionId: artifact.collectionId,
        entityName: artifact.entityName,
        projectName: artifact.projectName,
        projectId: artifact.projectId,
        name: artifact.collectionName,
        versionIndex: artifact.versionIndex ?? 0,
        aliases: aliases.map(({ alias }) => alias),
        createdAt: artifact.createdAt,
      }
    },
    async versionOfRun(viewer, run) {
      const artifact = run.jobArtifactId === null ? null : await artifacts.findByRowId(viewer, run.jobArtifactId)
      return artifact === null ? null : service.toVersion(viewer, artifact)
    },
    async usageOf(viewer, { collectionId, inputs }) {
      const samples = await listUsageSamples(database.db, collectionId, [...viewer.entityIds.values()])
      return summariseUsage(inputs, samples)
    },
    async find(viewer, project, name) {
      const collection = await artifacts.findCollection(viewer, project, name)
      return collection?.typeName === JOB_TYPE ? toJob(collection) : null
    },
    async list(viewer, place, search, page) {
      if (viewer.entityIds.get(place.entityName) !== place.entityId) return []
      const { entityId, projectId } = place
      const range = projectId === undefined ? { entityId } : { projectId }
      const which = { place: range, typeName: JOB_TYPE, search: search === '' ? null : search }
      const listed = await artifacts.listCollectionsByNewestVersion(which, page)
      return listed.map(({ key, node }) => ({ key, node: toJob(node) }))
    },
    async findNewestVersion(viewer, job) {
      const artifact = await artifacts.findNewestVersion(job.collectionId)
      return artifact === null ? null : service.toVersion(viewer, artifact)
    },
    async listVersions(viewer, job, page) {
      const rows = await artifacts.listVersions(job.collectionId, {
        isNewestFirst: true,
        after: page.after,
        limit: page.limit,
      })
      const versions = await Promise.all(rows.map((artifact) => service.toVersion(viewer, artifact)))
      return versions.filter((version) => version !== null)
    },
  }
  return service
}

function toJob(collection: ArtifactCollectionRecord): JobRecord {
  return {
    collectionId: collection.id,
    entityName: collection.entityName,
    projectName: collection.projectName,
    projectId: collection.projectId,
    name: collection.name,
    description: collection.description,
    createdAt: collection.createdAt,
    updatedAt: collection.updatedAt,
  }
}
