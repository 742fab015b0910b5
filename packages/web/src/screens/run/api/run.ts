import { WebRunDocument, type WebRunItemFragment, type WebRunDetailsFragment } from '@slipway/api'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'

/** A run as its page shows it. */
export type RunDetails = WebRunDetailsFragment
/** A run queue item as the page of its run shows it. */
export type RunItem = WebRunItemFragment

/** The key of a run's details. */
export function runQueryKey(path: RunPath): readonly string[] {
  return ['run', formatRunPath(path)]
}

/** A run; null when it does not exist, was deleted, or is not the viewer's to see. */
export function buildRunQuery(path: RunPath) {
  return queryOptions({
    queryKey: runQueryKey(path),
    queryFn: async ({ signal }): Promise<RunDetails | null> =>
      (await ask(WebRunDocument, { entity: path.entity, project: path.project, run: path.run }, signal)).project?.run ??
      null,
  })
}
