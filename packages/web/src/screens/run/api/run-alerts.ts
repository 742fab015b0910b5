import { nextCursor } from '../../../api/connection.ts'
import { WebRunAlertsDocument } from '@slipway/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'

/** The alerts that a program raised, newest first, page by page. */
export function buildRunAlertsQuery(path: RunPath) {
  return infiniteQueryOptions({
    queryKey: ['run-alerts', formatRunPath(path)],
    queryFn: async ({ pageParam, signal }) => {
      const { project } = await ask(
        WebRunAlertsDocument,
        { entity: path.entity, project: path.project, run: path.run, after: pageParam },
        signal,
      )
      return project?.run?.alerts ?? null
    },
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
  })
}
