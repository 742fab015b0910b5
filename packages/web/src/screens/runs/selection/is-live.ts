import type { RunRow } from '../api/runs.ts'

/** Whether a program still writes to the run. */
export function isLive({ state }: Pick<RunRow, 'state'>): boolean {
  return state === 'running' || state === 'pending' || state === 'preempting'
}
