import type { JobInputs } from '@slipway/core'
import type { Viewer } from '../account/account.ts'

/** What a launch needs to know of a job version. */
export interface LaunchableJob {
  readonly artifactId: number
  readonly entityName: string
  readonly projectName: string
  readonly name: string
  readonly versionIndex: number
  readonly inputs: JobInputs
}

/** Where job versions come from: the job domain. */
export interface LaunchableJobs {
  /** The version at `entity/project/name:alias`; null when it is not there or not the viewer's to see. */
  findVersion(viewer: Viewer, path: string): Promise<LaunchableJob | null>
}

/** The address of a job version that never means another one. */
export function immutableJobPath(job: LaunchableJob): string {
  return `${job.entityName}/${job.projectName}/${job.name}:v${job.versionIndex}`
}

/** Completes a job's address as the client's own commands do: entity and project of the launch, alias `latest`. */
export function completeJobPath(
  path: string,
  place: { readonly entity: string; readonly project: string | null },
): string {
  const withAlias = path.includes(':') ? path : `${path}:latest`
  const segments = withAlias.split('/')
  if (segments.length === 2) return `${place.entity}/${withAlias}`
  if (segments.length === 1 && place.project !== null) return `${place.entity}/${place.project}/${withAlias}`
  return withAlias
}
