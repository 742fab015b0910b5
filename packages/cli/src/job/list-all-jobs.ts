import { CliJobNamesDocument, type CliJobNamesQuery } from '@slipway/api'
import { NotFoundError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'

/** A job by name, and where it is. */
export interface ListedJob {
  readonly name: string
  readonly entityName: string
  readonly projectName: string
}

/** Reads the names of all jobs of an entity. Throws NotFoundError for an entity that the caller is not in. */
export async function listAllJobs(api: ApiClient, entityName: string): Promise<readonly ListedJob[]> {
  const jobs: ListedJob[] = []
  let after: string | null = null
  do {
    const { entity }: CliJobNamesQuery = await api.request(CliJobNamesDocument, { entityName, after })
    if (entity === null) {
      throw new NotFoundError(`Cannot list jobs of "${entityName}": there is no such entity that you belong to.`)
    }
    for (const { node } of entity.jobs?.edges ?? []) {
      if (node !== null) {
        jobs.push({ name: node.name, entityName: node.project.entityName, projectName: node.project.name })
      }
    }
    after = entity.jobs?.pageInfo.hasNextPage === true ? entity.jobs.pageInfo.endCursor : null
  } while (after !== null)
  return jobs
}
