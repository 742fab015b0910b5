import { CliSweepsDocument } from '@slipway/api'
import { InvalidInputError, nearestName } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { chooseEntities, requireEntity, showPlace } from '../entity-choice.ts'
import { joinListings, type Listing, noteMore, type PagingOptions, readLimit, readPages } from '../paging.ts'
import { showState } from '../show-state.ts'
import { showAge } from '../show-time.ts'
import { showMetric } from '../show-value.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import type { ListedSweep } from './find-sweep.ts'

/** Options of `slipway sweep list`. */
export interface ListSweepsOptions extends CommonOptions, PagingOptions {
  readonly entity?: string
  readonly project?: string
  readonly state?: readonly string[]
}

const STATES = ['pending', 'running', 'paused', 'finished', 'canceled', 'failed']

/** Lists sweeps of all projects, or those that were asked for. */
export async function listSweeps(terminal: Terminal, options: ListSweepsOptions): Promise<CommandResult> {
  const limit = readLimit(options, 'sweeps')
  const filters = readFilters(options)
  const { api, caller } = await connect(terminal)
  const listings: Listing<ListedSweep>[] = []
  for (const entityName of chooseEntities(caller, options.entity)) {
    listings.push(
      await readPages(terminal, { limit, what: 'sweeps' }, async (page) => {
        const { entity } = await api.request(CliSweepsDocument, { entityName, filters, ...page })
        return requireEntity(entity?.sweeps, 'sweeps', entityName, caller)
      }),
    )
  }
  const listing = joinListings(listings, limit, (sweep) => sweep.createdAt)
  noteMore(terminal, listing, 'sweeps')
  const now = Date.now()
  const rows = listing.rows.map((sweep) => [
    sweep.name,
    showState(terminal.stdout, sweep.state.toLowerCase()),
    sweep.method,
    showCount(sweep),
    showMetric(sweep.bestLoss ?? undefined),
    showPlace(caller, sweep.project?.entityName ?? '', sweep.project?.name ?? ''),
    sweep.displayName ?? '',
    showAge(sweep.createdAt, now),
  ])
  return {
    document: listing.rows,
    text:
      rows.length === 0
        ? 'No sweeps. Create one with: slipway sweep create FILE'
        : formatTable(
            terminal.stdout,
            ['SWEEP', 'STATE', 'METHOD', 'POINTS', 'BEST', 'PROJECT', 'NAME', 'CREATED'],
            rows,
          ),
  }
}

/** How many points were tried, of how many. */
export function showCount(sweep: Pick<ListedSweep, 'runCount' | 'runCountExpected' | 'runCap'>): string {
  const most = Math.min(sweep.runCountExpected ?? Infinity, sweep.runCap ?? Infinity)
  return Number.isFinite(most) ? `${sweep.runCount} of ${most}` : String(sweep.runCount)
}

function readFilters(options: ListSweepsOptions): string {
  const states = options.state?.flatMap((text) => text.split(',')).map(readState) ?? []
  return JSON.stringify({
    ...(options.project === undefined ? {} : { project: options.project }),
    ...(states.length === 0 ? {} : { state: { $in: states } }),
  })
}

function readState(text: string): string {
  const state = text.toLowerCase() === 'cancelled' ? 'canceled' : text.toLowerCase()
  if (STATES.includes(state)) return state.toUpperCase()
  const near = nearestName(text, STATES)
  throw new InvalidInputError(
    `Cannot list sweeps in state "${text}": there is no such state. ${near === null ? `Give one of ${STATES.join(', ')}.` : `Did you mean "${near}"?`}`,
  )
}
