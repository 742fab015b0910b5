import { CliJobVersionsDocument, type CliJobVersionsQuery } from '@slipway/api'
import { InvalidInputError, NotFoundError } from '@slipway/core'
import type { Connection } from '../connection.ts'
import { type Listing, type PagingOptions, readLimit, readPages } from '../paging.ts'
import type { Terminal } from '../terminal.ts'
import { findJobPlace } from './find-job-version.ts'
import { parseJobPath } from './job-path.ts'

type Job = NonNullable<NonNullable<CliJobVersionsQuery['project']>['job']>

/** A version of a job, as a list shows it. */
export type ListedVersion = NonNullable<NonNullable<Job['versions']>['edges'][number]['node']>

/** A job with its versions, newest first. */
export interface FoundJob {
  readonly id: string
  readonly name: string
  readonly entityName: string
  readonly projectName: string
  readonly versions: Listing<ListedVersion>
}

/** Finds a job by `NAME`, `PROJECT/NAME` or `ENTITY/PROJECT/NAME`, without a version. Throws NotFoundError. */
export async function findJob(
  terminal: Terminal,
  connection: Connection,
  text: string,
  paging: PagingOptions,
): Promise<FoundJob> {
  if (text.includes(':')) {
    throw new InvalidInputError(`Cannot read the job "${text}": give it without a version, as "${text.split(':')[0]}".`)
  }
  const limit = readLimit(paging, 'versions')
  const path = parseJobPath(text)
  const place = await findJobPlace(connection, path)
  let id: string | null = null
  const versions = await readPages(terminal, { limit, what: 'versions' }, async (page) => {
    const { project } = await connection.api.request(CliJobVersionsDocument, { ...place, name: path.jobName, ...page })
    const job = project?.job ?? null
    id = job?.id ?? null
    if (job === null || job.versions === null) {
      throw new NotFoundError(
        `Cannot find job "${path.jobName}" in ${place.entityName}/${place.projectName}. List the jobs there with "slipway job list --project ${place.projectName}".`,
      )
    }
    return job.versions
  })
  return { id: id ?? '', name: path.jobName, ...place, versions }
}
