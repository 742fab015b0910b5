import { formatRelativeTime } from '../../components/format-relative-time.ts'
import type { RunDetails } from './api/run.ts'

const LIVE_STATES = new Set(['pending', 'running', 'preempting', 'starting', 'stopping'])

/** Whether a program may still write to the run. */
export function isLiveRun({ state }: Pick<RunDetails, 'state'>): boolean {
  return LIVE_STATES.has(state ?? '')
}

/** The state that is shown: a run that was asked to stop says so while it still runs. */
export function shownState({ state, stopped }: Pick<RunDetails, 'state' | 'stopped'>): string {
  return state === 'running' && stopped === true ? 'stopping' : (state ?? 'unknown')
}

/** Why a run is in its state, in one sentence; null where the word says it all. */
export function reasonOf(
  run: Pick<RunDetails, 'state' | 'stopped' | 'exitcode' | 'heartbeatAt' | 'runQueueItem'>,
  now: number,
): string | null {
  const reason = run.runQueueItem?.reason ?? null
  switch (run.state) {
    case 'pending':
      return 'Waits for its program to start.'
    case 'running':
      return run.stopped === true ? 'Asked to stop; the program has not ended yet.' : null
    case 'failed':
      return reason ?? `The program ended with exit code ${run.exitcode ?? 'unknown'}.`
    case 'crashed':
      return `Nothing was heard from the program since ${
        run.heartbeatAt == null ? 'its start' : formatRelativeTime(Date.parse(run.heartbeatAt), now)
      }; it ended without saying so, or its network is down.`
    case 'killed':
      return reason ?? 'Stopped on request.'
    case 'preempted':
      return reason ?? 'The machine was taken away; the run may go on elsewhere.'
    default:
      return reason
  }
}

/** How long a run took or has taken so far, in milliseconds. */
export function durationOf(
  { createdAt, endedAt }: Pick<RunDetails, 'createdAt' | 'endedAt'>,
  now: number,
): number | null {
  return createdAt == null ? null : (endedAt == null ? now : Date.parse(endedAt)) - Date.parse(createdAt)
}
