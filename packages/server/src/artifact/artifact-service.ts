import type { Viewer } from '../account/account.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { RunRecord } from '../run/run.ts'
import type { ArtifactFileRecord, ArtifactRecord } from './artifact.ts'

/** Called after a version is committed, or after its metadata was changed. */
export type ArtifactListener = (artifact: ArtifactRecord) => void | Promise<void>

/** Artifacts of the entities that a viewer is in. What is not the viewer's to see is as good as absent. */
export interface ArtifactService {
  /** A committed version by `name:alias`, `name:v3`, or `name` for the latest. */
  findByName(viewer: Viewer, project: ProjectRecord, name: string): Promise<ArtifactRecord | null>
  /** A version by its id on the wire, or by the same in hexadecimal. Also finds pending and deleted ones. */
  findById(viewer: Viewer, wireId: string): Promise<ArtifactRecord | null>
  /** The bytes of a file; null when the version has no such file. For small files: it is read whole. */
  readFile(artifact: ArtifactRecord, path: string): Promise<Buffer | null>
  listFiles(
    artifact: ArtifactRecord,
    names: readonly string[] | null,
    page: PageRequest,
  ): Promise<readonly ArtifactFileRecord[]>
  /** Runs that took this version as input, oldest first. */
  usedBy(viewer: Viewer, artifact: ArtifactRecord, page: PageRequest): Promise<readonly RunRecord[]>
  /** Versions that a run took as input, in that order. */
  inputArtifactsOfRun(viewer: Viewer, run: RunRecord, page?: PageRequest): Promise<readonly ArtifactRecord[]>
  onArtifactCommitted(listener: ArtifactListener): void
}
