import type { HistoryService } from '../history/history-service.ts'
import { isLiveState, type RunRecord } from '../run/run.ts'

/** What runs have logged of the metric of their sweep. */
export interface MetricValues {
  /** The finite values of a run, the oldest first. */
  read(run: RunRecord, metric: string): Promise<readonly number[]>
}

const MAX_VALUES = 100_000
const MAX_KEPT = 5000

/** Creates the reader. The values of runs that have ended do not change any more: those of the latest are kept. */
export function createMetricValues(history: Pick<HistoryService, 'sample'>): MetricValues {
  const ended = new Map<string, readonly number[]>()
  return {
    async read(run, metric) {
      const key = `${run.id} ${run.endedAt ?? ''} ${metric}`
      const known = ended.get(key)
      if (known !== undefined) return known
      const [rows = []] = await history.sample(run, [JSON.stringify({ keys: [metric], samples: MAX_VALUES })])
      const values = rows.flatMap((row) => {
        const value = row[metric]
        return typeof value === 'number' && Number.isFinite(value) ? [value] : []
      })
      if (!isLiveState(run.state)) {
        const [oldest] = ended.keys()
        if (ended.size >= MAX_KEPT && oldest !== undefined) ended.delete(oldest)
        ended.set(key, values)
      }
      return values
    },
  }
}
