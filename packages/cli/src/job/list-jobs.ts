import { CliJobsDocument, type CliJobsQuery, CliProjectJobsDocument } from '@slipway/api'
import { decodeJobInputs, formatInputAddress, NotFoundError, resolveInputs } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { type Connection, connect } from '../connection.ts'
import { chooseEntities, requireEntity } from '../entity-choice.ts'
import { joinListings, type Listing, noteMore, type Page, type PagingOptions, readLimit, readPages } from '../paging.ts'
import { showState } from '../show-state.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

const MAX_INPUTS_SHOWN = 4

type JobNode = NonNullable<NonNullable<NonNullable<CliJobsQuery['entity']>['jobs']>['edges'][number]['node']>

/** Options of `slipway job list`. */
export interface ListJobsOptions extends CommonOptions, PagingOptions {
  readonly project?: string
  readonly entity?: string
}

/** Lists jobs with the newest version first: their inputs, and how their last runs went. */
export async function listJobs(
  terminal: Terminal,
  search: string | undefined,
  options: ListJobsOptions,
): Promise<CommandResult> {
  const limit = readLimit(options, 'jobs')
  const connection = await connect(terminal)
  const entities = chooseEntities(connection.caller, options.entity)
  const listings = await readAll(entities, (entityName) =>
    readPages(terminal, { limit, what: 'jobs' }, (page) =>
      readPage(connection, { entityName, ...page, search: search ?? null }, options),
    ),
  )
  const listing = joinListings(listings, limit, (job) => job.latestVersion?.createdAt ?? null)
  noteMore(terminal, listing, 'jobs')
  const now = Date.now()
  const rows = listing.rows.map((job) => [
    job.name,
    job.latestVersion?.version ?? '-',
    `${job.project.entityName}/${job.project.name}`,
    showAge(job.latestVersion?.createdAt ?? null, now),
    lastStates(job)
      .map((state) => showState(terminal.stdout, state))
      .join(', ') || '-',
    summarizeInputs(job),
  ])
  return {
    document: listing.rows.map(describeJob),
    text:
      rows.length === 0
        ? emptyText(search, options)
        : formatTable(terminal.stdout, ['JOB', 'VERSION', 'PROJECT', 'CAPTURED', 'LAST RUNS', 'INPUTS'], rows),
  }
}

async function readPage(
  { api, caller }: Connection,
  request: {
    readonly entityName: string
    readonly first: number
    readonly after: string | null
    readonly search: string | null
  },
  options: ListJobsOptions,
): Promise<Page<JobNode>> {
  const { entityName } = request
  if (options.project === undefined) {
    const { entity } = await api.request(CliJobsDocument, request)
    return requireEntity(entity?.jobs, 'jobs', entityName, caller)
  }
  const { project } = await api.request(CliProjectJobsDocument, { ...request, projectName: options.project })
  if (project?.jobs !== null && project?.jobs !== undefined) return project.jobs
  if (options.entity === undefined) return NOTHING
  throw new NotFoundError(
    `Cannot list jobs of project "${entityName}/${options.project}": there is no such project that you may see.`,
  )
}

const NOTHING: Page<never> = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } }

async function readAll<T>(
  entities: readonly string[],
  read: (entityName: string) => Promise<Listing<T>>,
): Promise<readonly Listing<T>[]> {
  const listings: Listing<T>[] = []
  for (const entityName of entities) listings.push(await read(entityName))
  return listings
}

function describeJob({ name, description, project, latestVersion, runs }: JobNode) {
  return {
    name,
    entityName: project.entityName,
    projectName: project.name,
    description,
    latestVersion,
    lastRuns: runs?.edges.flatMap(({ node }) => (node === null ? [] : [node])) ?? [],
  }
}

function lastStates(job: JobNode): readonly string[] {
  return describeJob(job).lastRuns.flatMap(({ state }) => (state === null ? [] : [state]))
}

function emptyText(search: string | undefined, options: ListJobsOptions): string {
  if (search !== undefined) return `No job has "${search}" in its name or description. List all with: slipway job list`
  if (options.project !== undefined) return `No jobs in project "${options.project}". List all with: slipway job list`
  return 'No jobs yet. Capture one with: slipway run -- python train.py'
}

function summarizeInputs(job: JobNode): string {
  if (job.latestVersion === null) return ''
  if (job.latestVersion.isPartial) return 'not known until its first run'
  const inputs = resolveInputs(decodeJobInputs(job.latestVersion.inputs), { config: {}, files: {} })
  const names = inputs.map((input) => formatInputAddress(input.address))
  const shown = names.slice(0, MAX_INPUTS_SHOWN).join(', ')
  return names.length > MAX_INPUTS_SHOWN ? `${shown} and ${names.length - MAX_INPUTS_SHOWN} more` : shown
}
