import { WebComparedRunDocument, type WebComparedRunQuery } from '@slipway/api'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'

type RunAnswer = NonNullable<NonNullable<WebComparedRunQuery['project']>['run']>

/** A run with all that is compared of it. */
export type ComparedRun = RunAnswer & { readonly path: string }

/** A run to compare; null when it is not there, or not the viewer's to see. */
export function buildComparedRunQuery(path: RunPath) {
  return queryOptions({
    queryKey: ['compared-run', formatRunPath(path)],
    queryFn: async ({ signal }): Promise<ComparedRun | null> => {
      const run = (await ask(WebComparedRunDocument, { ...path }, signal)).project?.run
      return run == null ? null : { ...run, path: formatRunPath(path) }
    },
  })
}
