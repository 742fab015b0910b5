import { WebRunConfigDocument, type WebRunConfigQuery } from '@slipway/api'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'

/** What a run was started with, and what its job and its item say of it. */
export type RunConfig = NonNullable<NonNullable<WebRunConfigQuery['project']>['run']>

/** The config of a run with its config files; null when the run is not there any more. */
export function buildRunConfigQuery(path: RunPath) {
  return queryOptions({
    queryKey: ['run-config', formatRunPath(path)],
    queryFn: async ({ signal }): Promise<RunConfig | null> =>
      (await ask(WebRunConfigDocument, { entity: path.entity, project: path.project, run: path.run }, signal)).project
        ?.run ?? null,
  })
}
