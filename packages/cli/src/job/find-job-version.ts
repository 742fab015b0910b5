import { CliJobVersionDocument, type CliJobVersionQuery } from '@slipway/api'
import { InvalidInputError, nearestName, NotFoundError } from '@slipway/core'
import type { Connection } from '../connection.ts'
import { type JobPath, parseJobPath } from './job-path.ts'
import { listAllJobs } from './list-all-jobs.ts'

/** A job version as the server describes it. */
export type FoundJobVersion = NonNullable<NonNullable<CliJobVersionQuery['project']>['jobVersion']>

/**
 * Finds the job version that a person named. Without a project, all projects of the person and the person's teams are
 * searched. Throws NotFoundError with the nearest name, and InvalidInputError when several projects have the name.
 */
export async function findJobVersion(connection: Connection, text: string): Promise<FoundJobVersion> {
  const path = parseJobPath(text)
  const place = await findJobPlace(connection, path)
  const answer = await connection.api.request(CliJobVersionDocument, {
    ...place,
    name: `${path.jobName}:${path.alias}`,
  })
  const version = answer.project?.jobVersion ?? null
  if (version !== null) return version
  const where = `${place.entityName}/${place.projectName}`
  throw new NotFoundError(
    path.projectName === null
      ? `Cannot find version "${path.alias}" of job "${path.jobName}" in ${where}. Leave the version out to take the newest.`
      : `Cannot find job "${path.jobName}:${path.alias}" in ${where}. List the jobs there with "slipway job list".`,
  )
}

/** The project of the job that a person named; without one, all projects of the person and the teams are searched. */
export async function findJobPlace(
  { api, caller }: Connection,
  path: JobPath,
): Promise<{ readonly entityName: string; readonly projectName: string }> {
  if (path.projectName !== null) {
    return { entityName: path.entityName ?? caller.entityName, projectName: path.projectName }
  }
  const jobs = (await Promise.all(caller.entityNames.map((entityName) => listAllJobs(api, entityName)))).flat()
  const places = jobs.filter((job) => job.name === path.jobName)
  const [place, ...others] = places
  if (place === undefined) {
    const near = nearestName(
      path.jobName,
      jobs.map(({ name }) => name),
    )
    const hint =
      jobs.length === 0
        ? 'There are no jobs yet: capture one with "slipway run -- python train.py".'
        : `${near === null ? '' : `Did you mean "${near}"? `}List the jobs with "slipway job list".`
    throw new NotFoundError(`Cannot find job "${path.jobName}" in your projects. ${hint}`)
  }
  if (others.length > 0) {
    const choices = places.map((job) => `${job.entityName}/${job.projectName}/${job.name}`)
    throw new InvalidInputError(
      `Cannot tell which job "${path.jobName}" is meant: there are ${choices.join(' and ')}. Write it whole.`,
    )
  }
  return { entityName: place.entityName, projectName: place.projectName }
}
