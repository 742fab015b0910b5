import { isLiveState, type RunRecord, type RunState } from '../run/run.ts'
import type { RunQueueItemRecord, RunQueueItemState } from './run-queue.ts'

/** How an item is to end. */
export interface ItemVerdict {
  readonly state: RunQueueItemState
  readonly reason: string | null
  readonly stage: string | null
  readonly exitCode: number | null
}

/** A stock agent that is gone may have a pod start its run for this long after the claim. */
const START_TIMEOUT_MS = 30 * 60 * 1000

/** How an item ends by the end of its run; null while the run lives. */
export function verdictByRun(run: Pick<RunRecord, 'state' | 'exitCode' | 'name'>): ItemVerdict | null {
  if (isLiveState(run.state)) return null
  const end = endByRunState(run.state)
  return { ...end, reason: end.reason?.replace('{run}', `"${run.name}"`) ?? null, exitCode: run.exitCode }
}

/**
 * How a claimed item ends of which its agent has said nothing for a while; null to go on waiting. A run that still
 * reports keeps its item, whatever became of the agent.
 */
export function verdictBySilence(
  item: Pick<RunQueueItemRecord, 'isAttended' | 'heartbeatAt' | 'claimedAt' | 'runName' | 'stopRequestedAt'>,
  run: Pick<RunRecord, 'state' | 'exitCode' | 'name'> | null,
  times: { readonly now: number; readonly runTimeoutMs: number },
): ItemVerdict | null {
  // A pending run has no program that could fall silent: without its agent, nobody else would end the item.
  if (run !== null && run.state !== 'pending') return verdictByRun(run)
  const silentMs = times.now - (item.heartbeatAt ?? 0)
  const patienceMs = item.isAttended ? times.runTimeoutMs : Math.max(START_TIMEOUT_MS, times.runTimeoutMs)
  if (silentMs < patienceMs) return null
  const wasStopped = item.stopRequestedAt !== null
  return {
    state: wasStopped ? 'stopped' : 'failed',
    reason: `Its launch agent was last heard of ${describeMs(silentMs)} ago, and run "${item.runName ?? ''}" never reported. ${
      wasStopped ? 'It had been asked to stop.' : 'Start the agent again and launch anew.'
    }`,
    stage: 'agent',
    exitCode: null,
  }
}

/** How a claimed item ends that its living agent does not know any more; null while its run reports. */
export function verdictByForgetting(
  item: Pick<RunQueueItemRecord, 'stopRequestedAt'>,
  run: Pick<RunRecord, 'state' | 'exitCode' | 'name'> | null,
): ItemVerdict | null {
  if (run !== null && run.state !== 'pending') return verdictByRun(run)
  return {
    state: item.stopRequestedAt === null ? 'failed' : 'stopped',
    reason:
      'Its launch agent runs but does not know the item any more, so its end cannot be learnt. The log of the agent says why.',
    stage: 'agent',
    exitCode: null,
  }
}

function endByRunState(state: RunState): Omit<ItemVerdict, 'exitCode'> {
  switch (state) {
    case 'finished':
      return { state: 'finished', reason: null, stage: null }
    case 'killed':
      return { state: 'stopped', reason: 'Run {run} was stopped.', stage: 'run' }
    case 'preempted':
      return {
        state: 'stopped',
        reason: 'Run {run} was preempted; its agent queues it anew where it can.',
        stage: 'run',
      }
    case 'crashed':
      return { state: 'failed', reason: 'Run {run} stopped reporting before it ended.', stage: 'run' }
    default:
      return { state: 'failed', reason: 'Run {run} failed.', stage: 'run' }
  }
}

function describeMs(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`
}
