import { CliJobsDocument, type CliJobsQuery } from '@slipway/api'
import { NotFoundError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'

type ProjectNode = NonNullable<NonNullable<NonNullable<CliJobsQuery['entity']>['projects']>['edges'][number]['node']>
type JobNode = NonNullable<NonNullable<ProjectNode['jobs']>['edges'][number]['node']>

/** A job with its newest version, and where it is. */
export interface ListedJob extends JobNode {
  readonly entityName: string
  readonly projectName: string
}

/** Reads all jobs of an entity, project by project. Throws NotFoundError for an entity that the caller is not in. */
export async function listAllJobs(api: ApiClient, entityName: string): Promise<readonly ListedJob[]> {
  const jobs: ListedJob[] = []
  let after: string | null = null
  do {
    const answer: CliJobsQuery = await api.request(CliJobsDocument, { entityName, after })
    if (answer.entity === null) {
      throw new NotFoundError(`Cannot list jobs of "${entityName}": there is no such entity that you belong to.`)
    }
    const { projects } = answer.entity
    for (const { node: project } of projects?.edges ?? []) {
      for (const { node: job } of project?.jobs?.edges ?? []) {
        if (project !== null && job !== null) {
          jobs.push({ ...job, entityName: project.entityName, projectName: project.name })
        }
      }
    }
    after = projects?.pageInfo.hasNextPage === true ? projects.pageInfo.endCursor : null
  } while (after !== null)
  return jobs
}
