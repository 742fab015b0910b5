import type { JobInputs, JsonObject } from '@slipway/core'

/** A named, reusable definition of work in a project: an artifact collection of type `job`. */
export interface JobRecord {
  readonly collectionId: number
  readonly entityName: string
  readonly projectName: string
  readonly projectId: number
  readonly name: string
  readonly description: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** What a job version is made of: the same for good once the run that captured it has ended. */
export interface JobCapture {
  /** `repo`, `artifact` or `image`; empty when the job's file does not tell. */
  readonly sourceType: string
  /** The source as `wandb-job.json` states it. */
  readonly source: JsonObject
  readonly entryPoint: readonly string[] | null
  /** What ran the program: a Python version such as 3.11, or Node with its version. */
  readonly runtime: string | null
  /** No run has shown yet what the inputs are. */
  readonly isPartial: boolean
  readonly inputs: JobInputs
  /** The text of each managed config file as it was captured, by path. */
  readonly configFiles: Readonly<Record<string, string>>
  /** What could not be read of the job, one sentence each. */
  readonly warnings: readonly string[]
  /** The run that captured it. */
  readonly sourceRunId: number | null
}

/** One immutable state of a job. Times are milliseconds since 1970. */
export interface JobVersionRecord extends JobCapture {
  readonly artifactId: number
  readonly collectionId: number
  readonly entityName: string
  readonly projectName: string
  readonly projectId: number
  readonly name: string
  readonly versionIndex: number
  readonly aliases: readonly string[]
  readonly createdAt: number
}
