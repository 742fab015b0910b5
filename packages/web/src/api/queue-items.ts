import { nextCursor } from './connection.ts'
import {
  WebItemDocument,
  WebItemInputsDocument,
  WebQueueItemsDocument,
  type WebItemQuery,
  type WebQueueItemsQuery,
} from '@slipway/api'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'
import type { QueuePlace } from './queues.ts'

type ItemPage = NonNullable<NonNullable<NonNullable<WebQueueItemsQuery['entity']>['runQueue']>['runQueueItems']>

/** An item as a list shows it. */
export type ListedItem = NonNullable<ItemPage['edges'][number]['node']>
/** An item with all that is known of it. */
export type Item = NonNullable<WebItemQuery['runQueueItem']>

/** Which items of a queue to show; without states all of them. */
export interface ItemFilter {
  readonly states?: readonly string[] | undefined
  readonly author?: string | undefined
  readonly job?: string | undefined
}

/** The items of a queue, newest first, page by page. */
export function buildQueueItemsQuery({ entity, queue }: QueuePlace, filter: ItemFilter) {
  const { states = [], author = null, job = null } = filter
  return infiniteQueryOptions({
    queryKey: ['queue-items', entity, queue, states, author, job],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { entity, queue, states: [...states], author, job, after: pageParam }
      return (await ask(WebQueueItemsDocument, variables, signal)).entity?.runQueue?.runQueueItems ?? null
    },
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** One item; null when it is not there, or not for the viewer to see. */
export function buildItemQuery(id: string) {
  return queryOptions({
    queryKey: ['item', id],
    queryFn: async ({ signal }) => (await ask(WebItemDocument, { id }, signal)).runQueueItem ?? null,
  })
}

/** An input that a job declares, and what became of it in one item. */
export interface ItemInput {
  /** The managed file that it is in; null for the run config. */
  readonly file: string | null
  readonly path: string
  readonly type: string
  readonly default?: unknown
  /** What the launch asked for; absent where it left the default. */
  readonly asked?: unknown
  readonly isRemoved?: boolean
  /** What the run's config or the patched file held. */
  readonly seen?: unknown
  readonly from?: string
}

/** The declared inputs of an item; null where its job declares none. */
export function buildItemInputsQuery(id: string) {
  return queryOptions({
    queryKey: ['item-inputs', id],
    queryFn: async ({ signal }) =>
      ((await ask(WebItemInputsDocument, { id }, signal)).runQueueItem?.inputs ?? null) as readonly ItemInput[] | null,
  })
}
