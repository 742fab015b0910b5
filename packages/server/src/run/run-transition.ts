import { isLiveState, type RunState } from './run.ts'
import type { RunFlags } from './run-store.ts'

type Flags = Pick<RunFlags, 'state' | 'stopRequestedAt'>

/** What a file stream request says about its run's state. */
export interface RunSignals {
  /** The program has ended with this code; null while it runs. */
  readonly completedWith: number | null
  readonly isPreempting: boolean
}

/**
 * The state of a run after a request of its program. A run that was stopped on request is `killed` whatever its exit
 * code; one that died after it said it was being preempted is `preempted`. Source: wandb client protocol.
 */
export function stateAfterSignals(flags: Flags, signals: RunSignals): RunState {
  if (signals.completedWith !== null) {
    // A repeated last request must not change the verdict, and a code of 0 would turn an early stop into success.
    if (!isLiveState(flags.state) && flags.state !== 'crashed') return flags.state
    if (flags.stopRequestedAt !== null) return 'killed'
    if (signals.completedWith === 0) return 'finished'
    return flags.state === 'preempting' || signals.isPreempting ? 'preempted' : 'failed'
  }
  if (signals.isPreempting && isLiveState(flags.state)) return 'preempting'
  // A run counts as crashed only because nothing was heard of it: hearing of it again takes that back.
  return flags.state === 'crashed' || flags.state === 'pending' ? 'running' : flags.state
}

/** The state of a live run of which nothing was heard for too long. */
export function stateAfterSilence(flags: Flags): RunState {
  if (flags.stopRequestedAt !== null) return 'killed'
  return flags.state === 'preempting' ? 'preempted' : 'crashed'
}

const ALLOWED_FROM: Readonly<Partial<Record<RunState, readonly RunState[]>>> = {
  pending: ['running', 'failed', 'crashed', 'preempted'],
  failed: ['pending', 'running'],
}

/** Tells whether a person may put a run from one state into another. Source: wandb client protocol. */
export function mayChangeState(from: RunState, to: RunState): boolean {
  return ALLOWED_FROM[to]?.includes(from) ?? false
}
