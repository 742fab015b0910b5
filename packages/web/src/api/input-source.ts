import { WebInputsDocument } from '@slipway/api'
import { queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

/** What a draft of a job version's inputs is made from; null where there is no such version. `path` is `entity/project/name:alias`. */
export function buildInputSourceQuery(path: string) {
  const [entity = '', project = '', name = ''] = path.split('/')
  return queryOptions({
    queryKey: ['input-source', path],
    queryFn: async ({ signal }) => {
      const data = await ask(WebInputsDocument, { entity, project, name }, signal)
      const version = data.project?.jobVersion ?? null
      if (version === null) return null
      return { ...version, secrets: (data.entity?.secrets ?? []).map((secret) => secret.name) }
    },
  })
}
