import type { JsonObject } from '@slipway/core'

/** A search over the inputs of a program or a job. Times are milliseconds since 1970. */
export interface SweepRecord {
  readonly id: number
  readonly projectId: number
  readonly projectName: string
  readonly entityId: number
  readonly entityName: string
  /** Eight small letters and digits, unique in the project. */
  readonly name: string
  readonly displayName: string | null
  readonly description: string | null
  /** YAML text, as it was given. */
  readonly config: string
  readonly method: string
  /** JSON text, written by a local controller. */
  readonly controller: string | null
  /** JSON text that answers a local controller, or says how the launch scheduler was queued. */
  readonly scheduler: string | null
  readonly schedulerItemId: number | null
  /** JSON text of how the server launches the points. */
  readonly launch: string | null
  readonly state: SweepState
  readonly reason: string | null
  readonly seed: string
  /** The number of the next point. */
  readonly nextNumber: number
  /** Why no further point comes; null while there may be more. */
  readonly exhausted: string | null
  readonly priorRunIds: readonly number[]
  readonly userId: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly heartbeatAt: number | null
  readonly endedAt: number | null
}

/** The states of a sweep as the client knows them. The last three are ends, from which it may be resumed. */
export const SWEEP_STATES = ['PENDING', 'RUNNING', 'PAUSED', 'FINISHED', 'CANCELED', 'FAILED'] as const

export type SweepState = (typeof SWEEP_STATES)[number]

/** Tells whether a sweep in this state may hand out points. */
export function isActiveState(state: SweepState): boolean {
  return state === 'PENDING' || state === 'RUNNING'
}

/** Tells whether a sweep in this state has ended. */
export function isEndState(state: SweepState): boolean {
  return state === 'FINISHED' || state === 'CANCELED' || state === 'FAILED'
}

/** A program that asks for points of a sweep and runs them. */
export interface SweepAgentRecord {
  readonly id: number
  readonly sweepId: number
  readonly name: string
  readonly host: string
  readonly userId: number
  readonly createdAt: number
  readonly heartbeatAt: number
}

/**
 * What became of a point: `waiting` to be handed out, `given` to an agent, `launched` as an item, `skipped` since it ran
 * before, `refused` since it could not be launched.
 */
export type SweepPointState = 'waiting' | 'given' | 'launched' | 'skipped' | 'refused'

export type SweepPointSource = 'search' | 'chosen' | 'controller'

/** One set of values that a sweep tries. */
export interface SweepPointRecord {
  readonly id: number
  readonly sweepId: number
  readonly number: number
  /** The values, nested as the parameters are. */
  readonly tree: JsonObject
  readonly source: SweepPointSource
  readonly controllerKey: string | null
  readonly displayName: string | null
  readonly state: SweepPointState
  readonly reason: string | null
  readonly runId: number | null
  readonly agentId: number | null
  readonly itemId: number | null
  readonly endedAt: number | null
  readonly createdAt: number
}
