import { CliRunQueuesDocument, type CliRunQueuesQuery } from '@slipway/api'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { chooseEntities, requireEntity, showPlace } from '../entity-choice.ts'
import { chainListings, type Listing, noteMore, type PagingOptions, readLimit, readPages } from '../paging.ts'
import { showState } from '../show-state.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

type ListedQueue = NonNullable<NonNullable<CliRunQueuesQuery['entity']>['runQueuesConnection']>['edges'][number]['node']

/** Options of `slipway queue list`. */
export interface ListQueuesOptions extends CommonOptions, PagingOptions {
  readonly entity?: string
}

/** Lists run queues with what waits in them and what runs from them. */
export async function listQueues(terminal: Terminal, options: ListQueuesOptions): Promise<CommandResult> {
  const limit = readLimit(options, 'run queues')
  const { api, caller } = await connect(terminal)
  const listings: Listing<ListedQueue>[] = []
  for (const entityName of chooseEntities(caller, options.entity)) {
    listings.push(
      await readPages(terminal, { limit, what: 'run queues' }, async (page) => {
        const { entity } = await api.request(CliRunQueuesDocument, { entityName, ...page })
        return requireEntity(entity?.runQueuesConnection, 'run queues', entityName, caller)
      }),
    )
  }
  const listing = chainListings(listings, limit)
  noteMore(terminal, listing, 'run queues')
  const queues = listing.rows
  const rows = queues.map((queue) => [
    showPlace(caller, queue.entityName, queue.name),
    showState(terminal.stdout, queue.isPaused ? 'paused' : 'open'),
    queue.resource ?? '-',
    String(queue.pendingCount),
    String(queue.runningCount),
    String(queue.listeningAgentCount),
  ])
  return {
    document: queues,
    text:
      rows.length === 0
        ? 'No run queues yet. Create one with: slipway queue create default'
        : formatTable(terminal.stdout, ['QUEUE', 'STATE', 'RESOURCE', 'WAITING', 'RUNNING', 'AGENTS'], rows),
  }
}
