import type { JobInputs, JsonObject, JsonValue } from '@slipway/core'
import type { Viewer } from '../account/account.ts'

/** What a launch needs to know of a job version. */
export interface LaunchableJob {
  readonly artifactId: number
  readonly entityName: string
  readonly projectName: string
  readonly name: string
  readonly versionIndex: number
  readonly inputs: JobInputs
  /** The source as the job's own file states it. */
  readonly source: JsonObject
  /** The command, repaired where the client wrote one that no machine has. */
  readonly entryPoint: readonly string[] | null
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

/**
 * The command to put into a launch that names none: null where the job's own file has the right one. A stock agent reads
 * that file, and the client writes `pythonCPython 3.11` into it (seen with 0.28.2 and 0.31.0), which no agent can start.
 */
export function repairedEntryPoint({ source, entryPoint }: LaunchableJob): readonly string[] | null {
  const written: JsonValue = source['entrypoint'] ?? null
  return entryPoint === null || JSON.stringify(written) === JSON.stringify(entryPoint) ? null : entryPoint
}
