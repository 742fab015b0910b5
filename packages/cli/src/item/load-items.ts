import { CliItemsDocument, type CliItemsQuery } from '@slipway/api'
import type { Connection } from '../connection.ts'
import { chooseEntities, requireEntity } from '../entity-choice.ts'
import { findJobVersion } from '../job/find-job-version.ts'
import { parseJobPath } from '../job/job-path.ts'
import { joinListings, type Listing, readPages } from '../paging.ts'
import { parseQueuePlace } from '../queue/queue-place.ts'
import { requireQueue } from '../queue/require-queue.ts'
import type { Terminal } from '../terminal.ts'
import { readItemStates } from './item-states.ts'

type Items = NonNullable<NonNullable<CliItemsQuery['entity']>['runQueueItems']>

/** An item as a list shows it. */
export type ListedItem = NonNullable<Items['edges'][number]['node']>

/** Which items to list. */
export interface ItemChoice {
  readonly entity?: string
  readonly state?: readonly string[]
  readonly queue?: string
  readonly job?: string
  readonly author?: string
}

/** What the server is asked for. */
export interface ItemQuery {
  readonly entityNames: readonly string[]
  readonly states: readonly string[] | null
  readonly queueName: string | null
  readonly author: string | null
  readonly job: string | null
}

/** Makes what a person asked for exact: an alias of a job becomes its version, an unknown queue or job is an error. */
export async function resolveItemChoice(connection: Connection, choice: ItemChoice): Promise<ItemQuery> {
  const states = readItemStates(choice.state)
  const { caller } = connection
  const author = choice.author === 'me' ? caller.username : (choice.author ?? null)
  const job = choice.job === undefined ? null : await resolveJob(connection, choice.job)
  if (choice.queue === undefined) {
    return { entityNames: chooseEntities(caller, choice.entity), states, queueName: null, author, job }
  }
  const place = parseQueuePlace(choice.queue, choice.entity ?? caller.entityName)
  await requireQueue(connection, choice.queue, 'list the items of', choice.entity === undefined ? {} : choice)
  return { entityNames: [place.entityName], states, queueName: place.queueName, author, job }
}

async function resolveJob(connection: Connection, text: string): Promise<string> {
  const path = parseJobPath(text)
  const version = await findJobVersion(connection, text)
  const job = `${version.project.name}/${version.name}`
  return text.includes(':') || path.alias !== 'latest' ? `${job}:${version.version}` : job
}

/** Reads the newest items that fit. */
export async function loadItems(
  terminal: Terminal,
  { api, caller }: Connection,
  query: ItemQuery,
  limit: number | null,
): Promise<Listing<ListedItem>> {
  const { entityNames, ...filter } = query
  const listings: Listing<ListedItem>[] = []
  for (const entityName of entityNames) {
    listings.push(
      await readPages(terminal, { limit, what: 'run queue items' }, async (page) => {
        const { entity } = await api.request(CliItemsDocument, { entityName, ...filter, ...page })
        return requireEntity(entity?.runQueueItems, 'items', entityName, caller)
      }),
    )
  }
  return joinListings(listings, limit, (item) => item.createdAt)
}
