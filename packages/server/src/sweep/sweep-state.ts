import { ConflictError, InvalidInputError, nearestName } from '@slipway/core'
import { isEndState, SWEEP_STATES, type SweepRecord, type SweepState } from './sweep.ts'

/** Other spellings that programs use. Source: wandb client, launch scheduler. */
const SPELLINGS: Readonly<Record<string, SweepState>> = {
  CANCELLED: 'CANCELED',
  STOPPED: 'CANCELED',
  CRASHED: 'FAILED',
}

/** A change of a sweep's state on request. */
export interface SweepStateChange {
  readonly state: SweepState
  readonly reason: string | null
}

/** Why no further point comes once there are as many as there may be. */
export function runCapReached(runCap: number): string {
  return `Its run cap of ${runCap} was reached.`
}

/** Reads a state in any case. Throws InvalidInputError for a name that is none. */
export function toSweepState(text: string): SweepState {
  const upper = text.toUpperCase()
  const state = SWEEP_STATES.find((name) => name === upper) ?? SPELLINGS[upper]
  if (state !== undefined) return state
  const near = nearestName(text, SWEEP_STATES)
  throw new InvalidInputError(
    `Cannot put a sweep into the state "${text.slice(0, 50)}": it is none of ${SWEEP_STATES.join(', ')}.${near === null ? '' : ` Did you mean ${near}?`}`,
  )
}

/**
 * What a request for a state does; null where the sweep is in that state already. Throws ConflictError for a state that does
 * not follow: a sweep that has ended can be resumed, and nothing else. Source: wandb client, set_sweep_state.
 */
export function planStateChange(sweep: SweepRecord, wanted: SweepState, username: string): SweepStateChange | null {
  if (wanted === sweep.state) return null
  const by = `"${username}"`
  if (wanted === 'RUNNING') return { state: 'RUNNING', reason: null }
  if (wanted === 'PENDING') throw refuse(sweep, 'be put back to PENDING', 'Resume it instead.')
  if (isEndState(sweep.state)) throw refuse(sweep, wordOf(wanted), 'Resume it first.')
  switch (wanted) {
    case 'PAUSED':
      return { state: 'PAUSED', reason: `${by} paused it. Runs that have started go on.` }
    case 'FINISHED':
      return { state: 'FINISHED', reason: `${by} stopped it. Runs that had started went on to their end.` }
    case 'CANCELED':
      return { state: 'CANCELED', reason: `${by} cancelled it. Its runs were stopped.` }
    case 'FAILED':
      return { state: 'FAILED', reason: `${by} reported that it failed. Its runs were stopped.` }
  }
}

function wordOf(state: SweepState): string {
  if (state === 'PAUSED') return 'be paused'
  return state === 'FINISHED' ? 'be stopped' : 'be cancelled'
}

function refuse(sweep: SweepRecord, what: string, hint: string): ConflictError {
  return new ConflictError(
    `Sweep "${sweep.name}" cannot ${what}: it is ${sweep.state} already${sweep.reason === null ? '' : ` (${sweep.reason})`}. ${hint}`,
  )
}
