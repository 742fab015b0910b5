import {
  WebItemDocument,
  WebItemInputsDocument,
  WebItemLogDocument,
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
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage === true ? (page.pageInfo.endCursor ?? null) : null),
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

/** What a program has written so far. */
export interface ItemLog {
  readonly text: string
  readonly nextOffset: number
  /** True when there will be no more. */
  readonly isComplete: boolean
}

const EMPTY_LOG: ItemLog = { text: '', nextOffset: 0, isComplete: false }

/** The output of an item's program. Asked again it only reads on from where it was. */
export function buildItemLogQuery(id: string) {
  const queryKey = ['item-log', id] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      let log = client.getQueryData<ItemLog>(queryKey) ?? EMPTY_LOG
      while (!log.isComplete) {
        const data = await ask(WebItemLogDocument, { id, offset: log.nextOffset }, signal)
        const part = data.runQueueItem?.log
        if (part === null || part === undefined) break
        log = { text: log.text + part.text, nextOffset: part.nextOffset, isComplete: part.isComplete }
        if (part.text === '') break
      }
      return log
    },
  })
}
