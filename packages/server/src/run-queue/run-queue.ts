import type { DeclaredTemplateVariable, JsonObject } from '@slipway/core'
import type { Connection } from '../graphql/connection.ts'

/** An ordered list of requests for one kind of place to run. Times are milliseconds since 1970. */
export interface RunQueueRecord {
  readonly id: number
  readonly entityId: number
  readonly entityName: string
  readonly projectId: number
  readonly projectName: string
  readonly name: string
  /** PROJECT: everybody in the entity; USER: only who made it. */
  readonly access: RunQueueAccess
  readonly hasPriorities: boolean
  readonly isPaused: boolean
  readonly config: DefaultResourceConfigRecord | null
  /** JSON text of `{"links": [{label, url}]}`. */
  readonly externalLinks: string | null
  readonly createdBy: number
  readonly createdByName: string
  readonly createdAt: number
  /** When the queue was deleted; its items stay readable. */
  readonly deletedAt: number | null
}

export type RunQueueAccess = 'PROJECT' | 'USER'

/** What an administrator set for every item of a queue: the kind of place, its settings, and the holes in them. */
export interface DefaultResourceConfigRecord {
  readonly id: number
  readonly entityId: number
  readonly resource: string
  /** `{"resource_args": {<resource>: {...}}}`. */
  readonly config: JsonObject
  readonly templateVariables: readonly DeclaredTemplateVariable[]
  /** A config is never changed: another one takes its place. */
  readonly createdAt: number
}

/** The states of an item. The last four are final. */
export type RunQueueItemState = 'pending' | 'leased' | 'claimed' | 'finished' | 'failed' | 'stopped' | 'cancelled'

const FINAL_STATES: ReadonlySet<RunQueueItemState> = new Set(['finished', 'failed', 'stopped', 'cancelled'])

/** Tells whether nothing can happen to an item in this state any more. */
export function isFinalItemState(state: RunQueueItemState): boolean {
  return FINAL_STATES.has(state)
}

/** One request to run a job version with a job input. Times are milliseconds since 1970. */
export interface RunQueueItemRecord {
  readonly id: number
  readonly runQueueId: number
  readonly entityId: number
  readonly entityName: string
  /** The project of the run; null where the launch names none. */
  readonly projectName: string | null
  readonly state: RunQueueItemState
  readonly priority: number
  /** The job as it was asked for, such as `ann/vision/train:latest`; null for a launch by image. */
  readonly jobPath: string | null
  readonly jobArtifactId: number | null
  /** The run id, from the claim on. */
  readonly runName: string | null
  readonly authorId: number
  readonly author: string
  readonly launchAgentId: number | null
  /** True when the agent that claimed the item reports its end itself; else the end of its run is the item's. */
  readonly isAttended: boolean
  readonly leasedAt: number | null
  readonly leasedUntil: number | null
  readonly claimedAt: number | null
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly createdAt: number
  readonly exitCode: number | null
  readonly reason: string | null
  readonly stage: string | null
  readonly filePaths: readonly string[] | null
  readonly stopRequestedAt: number | null
  /** When the agent that holds the item was last heard of. */
  readonly heartbeatAt: number | null
}

/** A page of items; all of them are counted only when somebody asks how many there are. */
export interface RunQueueItemPage extends Connection<RunQueueItemRecord> {
  readonly countAll: () => Promise<number>
}

/** An item as its agent gets it. */
export interface LeasedItem {
  readonly id: number
  readonly runQueueId: number
  /** JSON text of the merged launch spec. */
  readonly runSpec: string
  readonly leasedUntil: number
}

/** An item that an agent holds, as a heartbeat sees it. */
export interface HeldItem {
  readonly id: number
  readonly isStopRequested: boolean
}

/** An item that an agent holds, as whoever waits behind it sees it. */
export interface AgentItem {
  readonly id: number
  readonly runQueueId: number
  readonly launchAgentId: number
  /** Since when it runs, or is prepared. */
  readonly since: number
}

/** A launch that was refused, with the reasons. */
export interface RefusedLaunchRecord {
  readonly id: number
  readonly createdAt: number
  readonly author: string
  readonly queueName: string
  readonly jobPath: string | null
  readonly message: string
  readonly problems: readonly { readonly path: string; readonly message: string }[]
}

/** The priorities of the wire. Source: wandb client protocol. */
export const HIGHEST_PRIORITY = 0
export const DEFAULT_PRIORITY = 2
export const LOWEST_PRIORITY = 3
