import type { Viewer } from '../account/account.ts'
import type { ArtifactRecord } from '../artifact/artifact.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { JobRecord, JobVersionRecord } from './job.ts'

/** Jobs and their versions, read from artifacts of type `job`. */
export interface JobService {
  /** A version by `entity/project/name:alias`; without an alias the latest. Null when there is none that the viewer may see. */
  findVersion(viewer: Viewer, path: string): Promise<JobVersionRecord | null>
  /** A version by `name:alias` in a project. */
  findVersionIn(viewer: Viewer, project: ProjectRecord, name: string): Promise<JobVersionRecord | null>
  /** An artifact as a job version; null for an artifact of another type or one that is not committed. */
  toVersion(viewer: Viewer, artifact: ArtifactRecord): Promise<JobVersionRecord | null>
  find(viewer: Viewer, project: ProjectRecord, name: string): Promise<JobRecord | null>
  list(viewer: Viewer, project: ProjectRecord, page: PageRequest): Promise<readonly JobRecord[]>
  /** The versions of a job, newest first. */
  listVersions(viewer: Viewer, job: JobRecord, page: PageRequest): Promise<readonly JobVersionRecord[]>
}
