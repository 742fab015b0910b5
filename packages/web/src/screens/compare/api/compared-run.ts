import { WebComparedFilesDocument, WebComparedRunDocument, type WebComparedRunQuery } from '@slipway/api'
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

/**
 * The input values of a run with those of config files that it may have saved: a run that no item launched does not tell
 * by itself which files its program reads.
 */
export function buildComparedFilesQuery(path: RunPath, files: readonly string[]) {
  return queryOptions({
    queryKey: ['compared-run', formatRunPath(path), 'files', files],
    queryFn: async ({ signal }) =>
      (await ask(WebComparedFilesDocument, { ...path, files: [...files] }, signal)).project?.run?.inputValues ?? null,
    enabled: files.length > 0,
  })
}
