import { useQueryClient } from '@tanstack/react-query'
import { usePacedWatch } from '../../../api/live/use-paced-watch.ts'
import type { RunPath } from '../../../charts/run-path.ts'
import { historyQueryKey } from '../../../charts/use-metric-points.ts'
import { runMetricsQueryKey } from '../api/run-metrics.ts'
import { watchOfRun } from '../api/run-watch.ts'

/** Has the charts in view fetch what is new whenever the program logged something. */
export function useGrowingHistory(path: RunPath): void {
  const queryClient = useQueryClient()
  usePacedWatch([watchOfRun(path)], ['history'], () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: runMetricsQueryKey(path) }, { cancelRefetch: false }),
      queryClient.invalidateQueries({ queryKey: historyQueryKey(path) }, { cancelRefetch: false }),
    ]),
  )
}
