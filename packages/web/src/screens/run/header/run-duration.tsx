import { formatDuration } from '../../../components/format-duration.ts'
import { useNow } from '../../../components/use-now.ts'
import type { RunDetails } from '../api/run.ts'
import { durationOf } from '../run-state.ts'

/** How long a run took; it counts on while the run runs. */
export function RunDuration({ run }: { readonly run: RunDetails }) {
  const now = useNow()
  const ms = durationOf(run, now)
  return ms === null ? null : <span>{formatDuration(Math.max(0, ms))}</span>
}
