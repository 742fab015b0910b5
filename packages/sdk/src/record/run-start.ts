import type { JsonObject } from '@slipway/core'

/** How a run that exists already is taken. */
export type ResumeMode = 'allow' | 'must' | 'never'

/** What a run is started with: enough to send it later, from another process. */
export interface RunStart {
  readonly runId: string
  readonly entity: string | null
  readonly project: string | null
  readonly name: string | null
  readonly group: string | null
  readonly jobType: string | null
  readonly tags: readonly string[] | null
  readonly notes: string | null
  readonly config: JsonObject
  /** What is kept in the config under the client's own key: versions, the launch that the run belongs to. */
  readonly internal: JsonObject
  readonly resume: ResumeMode | null
  /** The job version that the run was launched from, `entity/project/name:version`. */
  readonly usedJob: string | null
  readonly sweepId: string | null
  readonly host: string
  readonly program: string | null
  readonly commit: string | null
  readonly remote: string | null
  /** Milliseconds since 1970. */
  readonly startedAt: number
}
