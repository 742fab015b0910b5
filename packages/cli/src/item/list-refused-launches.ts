import { CliRefusedLaunchesDocument, type CliRefusedLaunchesQuery } from '@slipway/api'
import type { CommandResult } from '../command-result.ts'
import type { Connection } from '../connection.ts'
import { chooseEntities, requireEntity } from '../entity-choice.ts'
import { formatProblem } from '../error-report.ts'
import { joinListings, type Listing, noteMore, type PagingOptions, readLimit, readPages } from '../paging.ts'
import { showAge } from '../show-time.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

type Refused = NonNullable<
  NonNullable<NonNullable<CliRefusedLaunchesQuery['entity']>['refusedLaunches']>['edges'][number]['node']
>

/** Lists launches that were refused, a line for each problem. */
export async function listRefusedLaunches(
  terminal: Terminal,
  { api, caller }: Connection,
  options: PagingOptions & { readonly entity?: string },
): Promise<CommandResult> {
  const limit = readLimit(options, 'refused launches')
  const listings: Listing<Refused>[] = []
  for (const entityName of chooseEntities(caller, options.entity)) {
    listings.push(
      await readPages(terminal, { limit, what: 'refused launches' }, async (page) => {
        const { entity } = await api.request(CliRefusedLaunchesDocument, { entityName, ...page })
        return requireEntity(entity?.refusedLaunches, 'refused launches', entityName, caller)
      }),
    )
  }
  const listing = joinListings(listings, limit, (launch) => launch.createdAt)
  noteMore(terminal, listing, 'refused launches')
  const now = Date.now()
  const rows = listing.rows.flatMap((launch) => {
    const reasons = launch.problems.length === 0 ? [launch.message] : launch.problems.map(formatProblem)
    return reasons.map((reason, index) =>
      index === 0
        ? [showAge(launch.createdAt, now), launch.author ?? '-', launch.jobPath ?? '-', launch.queueName ?? '-', reason]
        : ['', '', '', '', reason],
    )
  })
  return {
    document: listing.rows,
    text:
      rows.length === 0
        ? 'No launch was refused.'
        : formatTable(terminal.stdout, ['ASKED', 'ASKED BY', 'JOB', 'QUEUE', 'REASON'], rows),
  }
}
