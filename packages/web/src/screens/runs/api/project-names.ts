import { WebRunProjectsDocument } from '@slipway/api'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { nodesOf } from '../../../api/connection.ts'

/** The names of the projects of an entity. */
export function buildProjectNamesQuery(entity: string) {
  return queryOptions({
    queryKey: ['project-names', entity],
    queryFn: async ({ signal }) => {
      const data = await ask(WebRunProjectsDocument, { entity }, signal)
      return nodesOf(data.entity?.projects).map(({ name }) => name)
    },
  })
}
