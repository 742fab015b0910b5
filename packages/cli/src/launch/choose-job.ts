import { CliItemsDocument, CliLaunchStartDocument } from '@slipway/api'
import { InvalidInputError } from '@slipway/core'
import { ask, canAsk } from '../ask.ts'
import { connect, type Connection, openApi, toCaller } from '../connection.ts'
import { findJobVersion } from '../job/find-job-version.ts'
import { parseJobPath } from '../job/job-path.ts'
import { listAllJobs, type ListedJob } from '../job/list-all-jobs.ts'
import type { Terminal } from '../terminal.ts'
import { askForInputs } from './ask-for-inputs.ts'
import { findSource, type InputSource } from './find-source.ts'
import type { LaunchedVersion } from './launched-version.ts'

const RECENT_ITEMS = 100
const NAMED_JOBS = 10

/** A job version, with the connection that it was found through, and what was asked for with it. */
export interface ChosenJob {
  readonly connection: Connection
  readonly version: LaunchedVersion
  /** The earlier run or item whose inputs are to be used again. */
  readonly source: InputSource | null
  /** Overrides that a person gave to questions. */
  readonly overrides: readonly string[]
}

/**
 * Finds the job that was named, with one request where the name is clear, or else the one that the earlier run was of.
 * Where neither was named, asks for it and for its inputs on a terminal, and else refuses.
 */
export async function chooseJob(
  terminal: Terminal,
  named: { readonly job: string | undefined; readonly fromRun: string | undefined; readonly isJson: boolean },
): Promise<ChosenJob> {
  if (named.job !== undefined) {
    const found = await findNamedJob(terminal, named.job)
    const source = named.fromRun === undefined ? null : await findSource(found.connection, named.fromRun)
    return { ...found, source, overrides: [] }
  }
  const connection = await connect(terminal)
  if (named.fromRun !== undefined) {
    const source = await findSource(connection, named.fromRun)
    return { connection, version: await findSourceJob(connection, source), source, overrides: [] }
  }
  const { entityNames } = connection.caller
  const jobs = (await Promise.all(entityNames.map((name) => listAllJobs(connection.api, name)))).flat()
  if (jobs.length === 0) {
    throw new InvalidInputError(
      'Cannot launch: no job is named, and there are none yet. Capture one with "slipway run -- python train.py".',
    )
  }
  if (!canAsk(terminal, named.isJson)) {
    const names = jobs.slice(0, NAMED_JOBS).map(({ name }) => name)
    const more = jobs.length > NAMED_JOBS ? ` and ${jobs.length - NAMED_JOBS} more` : ''
    throw new InvalidInputError(
      `Cannot launch: no job is named. Write it first, slipway launch JOB, or take that of an earlier run with --from-run. Your jobs: ${names.join(', ')}${more}.`,
    )
  }
  const sorted = await sortByUse(connection, jobs)
  const path = await ask(terminal, 'no job was named', async ({ autocomplete }, streams) =>
    autocomplete({
      message: 'Which job?',
      options: sorted.map((job) => ({
        value: `${job.entityName}/${job.projectName}/${job.name}`,
        label: job.name,
        hint: `${job.entityName}/${job.projectName}`,
      })),
      ...streams,
    }),
  )
  const version = await findJobVersion(connection, path)
  return { connection, version, source: null, overrides: await askForInputs(terminal, version) }
}

function findSourceJob(connection: Connection, source: InputSource): Promise<LaunchedVersion> {
  if (source.job !== null) return findJobVersion(connection, source.job.path)
  throw new InvalidInputError('Cannot launch: the run is of no job. Name the job that shall get its inputs.')
}

async function findNamedJob(
  terminal: Terminal,
  job: string,
): Promise<{ readonly connection: Connection; readonly version: LaunchedVersion }> {
  const { api, login } = await openApi(terminal)
  const { entityName, projectName, jobName, alias } = parseJobPath(job)
  const place = { entityName, projectName, name: `${jobName}:${alias}` }
  const { viewer, jobVersionsByName } = await api.request(CliLaunchStartDocument, place)
  const connection = { api, caller: toCaller(viewer, login) }
  const [version, ...others] = jobVersionsByName
  // None or several: the longer way finds out what to say.
  const isClear = version !== undefined && others.length === 0
  return { connection, version: isClear ? version : await findJobVersion(connection, job) }
}

/** Those launched last first; then the others as they are. */
async function sortByUse({ api, caller }: Connection, jobs: readonly ListedJob[]): Promise<readonly ListedJob[]> {
  const answers = await Promise.all(
    caller.entityNames.map((entityName) =>
      api.request(CliItemsDocument, { entityName, states: null, first: RECENT_ITEMS }),
    ),
  )
  const items = answers.flatMap(({ entity }) => entity?.runQueueItems?.edges.flatMap(({ node }) => node ?? []) ?? [])
  const newest = items.toSorted((left, right) => timeOf(right.createdAt) - timeOf(left.createdAt))
  const used = [...new Set(newest.map(({ jobPath }) => (jobPath ?? '').replace(/:[^:/]*$/u, '')))]
  const rank = (job: ListedJob): number => {
    const index = used.indexOf(`${job.entityName}/${job.projectName}/${job.name}`)
    return index === -1 ? used.length : index
  }
  return jobs.toSorted((left, right) => rank(left) - rank(right))
}

function timeOf(time: Date | number | string | null): number {
  return time === null ? 0 : new Date(time).getTime()
}
