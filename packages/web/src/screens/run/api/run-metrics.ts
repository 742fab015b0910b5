import { WebRunMetricsDocument } from '@slipway/api'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'

/** The key of the list of a run's metrics. */
export function runMetricsQueryKey(path: RunPath): readonly string[] {
  return ['run-metrics', formatRunPath(path)]
}

/** Which metrics a run has, and what its program said about them. */
export function buildRunMetricsQuery(path: RunPath) {
  return queryOptions({
    queryKey: runMetricsQueryKey(path),
    queryFn: async ({ signal }) => {
      const { project } = await ask(WebRunMetricsDocument, { ...path }, signal)
      return { historyKeys: project?.run?.historyKeys, internalConfig: project?.run?.wandbConfig ?? null }
    },
  })
}
