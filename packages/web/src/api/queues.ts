import { nextCursor, nodesOf } from './connection.ts'
import {
  WebQueueActivityDocument,
  WebQueueDocument,
  WebQueueNamesDocument,
  WebQueuesDocument,
  WebRefusedLaunchesDocument,
  type WebQueueQuery,
  type WebQueuesQuery,
} from '@slipway/api'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

/** A queue as a list shows it. */
export type ListedQueue = NonNullable<
  NonNullable<WebQueuesQuery['entity']>['runQueuesConnection']
>['edges'][number]['node']
/** A queue with its settings. */
export type Queue = NonNullable<NonNullable<WebQueueQuery['entity']>['runQueue']>

/** Where a queue is. */
export interface QueuePlace {
  readonly entity: string
  readonly queue: string
}

/** The queues of an entity, by name, page by page; null when it is not for the viewer to see. */
export function buildQueuesQuery(entity: string) {
  return infiniteQueryOptions({
    queryKey: ['queues', entity],
    queryFn: async ({ pageParam, signal }) =>
      (await ask(WebQueuesDocument, { entity, after: pageParam }, signal)).entity?.runQueuesConnection ?? null,
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    select: ({ pages }) => (pages[0] === null ? null : pages.flatMap(nodesOf)),
  })
}

/** The names of the first 1,000 queues of an entity, to choose from. */
export function buildQueueNamesQuery(entity: string) {
  return queryOptions({
    queryKey: ['queue-names', entity],
    queryFn: async ({ signal }) =>
      nodesOf((await ask(WebQueueNamesDocument, { entity }, signal)).entity?.runQueuesConnection).map(
        ({ name }) => name,
      ),
  })
}

/** One queue; null when there is none of that name, or it is not for the viewer to see. */
export function buildQueueQuery({ entity, queue }: QueuePlace) {
  return queryOptions({
    queryKey: ['queue', entity, queue],
    queryFn: async ({ signal }) =>
      (await ask(WebQueueDocument, { entity, name: queue }, signal)).entity?.runQueue ?? null,
  })
}

/** What happened in a queue in the last hours; null for a queue that is not there. */
export function buildQueueActivityQuery({ entity, queue }: QueuePlace, hours: number, spans: number) {
  return queryOptions({
    queryKey: ['queue-activity', entity, queue, hours, spans],
    queryFn: async ({ signal }) =>
      (await ask(WebQueueActivityDocument, { entity, name: queue, hours, spans }, signal)).entity?.runQueue?.activity ??
      null,
    placeholderData: keepPreviousData,
  })
}

/** The launches into a queue that were refused, newest first, page by page. */
export function buildRefusedLaunchesQuery({ entity, queue }: QueuePlace) {
  return infiniteQueryOptions({
    queryKey: ['refused-launches', entity, queue],
    queryFn: async ({ pageParam, signal }) =>
      (await ask(WebRefusedLaunchesDocument, { entity, queueName: queue, after: pageParam }, signal)).entity
        ?.refusedLaunches ?? null,
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
  })
}
