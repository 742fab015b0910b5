import { CliRunsDocument } from '@slipway/api'
import { InvalidInputError, type JsonValue, nearestName } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { chooseEntities, requireEntity } from '../entity-choice.ts'
import { joinListings, type Listing, noteMore, type PagingOptions, readLimit, readPages } from '../paging.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import type { ListedRun } from './listed-run.ts'
import { DEFAULT_COLUMNS, readColumns, readOrder } from './run-columns.ts'
import { readRunConfig, readSummary } from './run-tree.ts'
import { readWhere } from './where-condition.ts'

/** Options of `slipway run list`. */
export interface ListRunsOptions extends CommonOptions, PagingOptions {
  readonly entity?: string
  readonly project?: string
  readonly job?: string
  readonly state?: readonly string[]
  readonly where?: readonly string[]
  readonly columns?: string
  readonly sort: string
}

const STATES = ['pending', 'running', 'preempting', 'preempted', 'finished', 'failed', 'crashed', 'killed']
const NEWEST_FIRST = '-created_at'

/** Lists runs of all projects, or those that were asked for. */
export async function listRuns(terminal: Terminal, options: ListRunsOptions): Promise<CommandResult> {
  const limit = readLimit(options, 'runs')
  const filters = readFilters(options)
  const order = readOrder(options.sort)
  const columns = readColumns([...DEFAULT_COLUMNS, options.columns ?? ''].join(','))
  const { api, caller } = await connect(terminal)
  const entities = chooseEntities(caller, options.entity)
  if (entities.length > 1 && order !== NEWEST_FIRST && options.project === undefined) {
    // Lists of several entities can only be joined by their time.
    if (order !== '+created_at') {
      throw new InvalidInputError(
        `Cannot sort the runs of ${entities.join(', ')} together by "${options.sort}": choose one with --entity.`,
      )
    }
  }
  const listings: Listing<ListedRun>[] = []
  for (const entityName of entities) {
    listings.push(
      await readPages(terminal, { limit, what: 'runs' }, async (page) => {
        const { entity } = await api.request(CliRunsDocument, { entityName, filters, order, ...page })
        return requireEntity(entity?.runs, 'runs', entityName, caller)
      }),
    )
  }
  const listing = joinRuns(listings, limit, order)
  noteMore(terminal, listing, 'runs')
  const place = { stdout: terminal.stdout, now: Date.now() }
  return {
    document: listing.rows.map(describeRun),
    text:
      listing.rows.length === 0
        ? emptyText(options)
        : formatTable(
            terminal.stdout,
            columns.map(({ title }) => title),
            listing.rows.map((run) => columns.map(({ show }) => show(run, place))),
          ),
  }
}

function joinRuns(listings: readonly Listing<ListedRun>[], limit: number | null, order: string): Listing<ListedRun> {
  if (order === '+created_at') {
    const joined = joinListings(listings, null, (run) => run.createdAt)
    const rows = joined.rows.toReversed()
    return limit === null || rows.length <= limit
      ? { ...joined, rows: listings.length === 1 ? joined.rows : rows }
      : { rows: rows.slice(0, limit), hasMore: true }
  }
  return joinListings(listings, limit, (run) => run.createdAt)
}

function readFilters(options: ListRunsOptions): string {
  const conditions: Readonly<Record<string, JsonValue>>[] = (options.where ?? []).map(readWhere)
  if (options.project !== undefined) conditions.push({ project: options.project })
  if (options.job !== undefined) conditions.push(readJob(options.job))
  // A run without the value has no place in such an order.
  const sorted = readOrder(options.sort).slice(1)
  if (/^(config|summary_metrics)\./.test(sorted)) conditions.push({ [sorted]: { $exists: true } })
  const states = options.state?.flatMap((text) => text.split(',')).map(readState) ?? []
  if (states.length > 0) conditions.push({ state: { $in: states } })
  return JSON.stringify(conditions.length === 0 ? {} : { $and: conditions })
}

function readJob(text: string): Readonly<Record<string, JsonValue>> {
  const name = text.slice(text.lastIndexOf('/') + 1)
  const version = name.slice(name.indexOf(':') + 1)
  if (!name.includes(':')) return { job: name }
  if (/^v\d+$/.test(version)) return { job_version: name }
  throw new InvalidInputError(
    `Cannot list the runs of "${text}": give the job's name, or a version such as ${name.split(':')[0]}:v3.`,
  )
}

function readState(text: string): string {
  if (STATES.includes(text)) return text
  const near = nearestName(text, STATES)
  throw new InvalidInputError(
    `Cannot list runs in state "${text}": there is no such state. ${near === null ? `Give one of ${STATES.join(', ')}.` : `Did you mean "${near}"?`}`,
  )
}

function describeRun({ config, summaryMetrics, project, user, ...run }: ListedRun) {
  return {
    ...run,
    projectName: project?.name ?? null,
    entityName: project?.entityName ?? null,
    username: user?.username ?? null,
    config: readRunConfig(config),
    summary: readSummary(summaryMetrics),
  }
}

function emptyText(options: ListRunsOptions): string {
  const { project, job, state, where } = options
  const isFiltered = [project, job, state, where].some((filter) => filter !== undefined)
  return isFiltered
    ? 'No runs are like that. List all with: slipway run list'
    : 'No runs yet. Start one with: slipway run -- python train.py'
}
