import { WebCancelItemsDocument, WebPrioritiseItemsDocument, WebRetryItemDocument } from '@slipway/api'
import { useMutation, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { showDone, showFailure } from '../components/toast.ts'
import { ApiError } from './api-error.ts'
import { ask } from './ask.ts'
import type { ListedItem } from './queue-items.ts'

/** The priorities of a queue, the most urgent first. */
export const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const

const MAX_REFUSALS_TOLD = 3

/**
 * Ends items. What somebody ends that waits must not be stopped once it runs: with `onlyWaiting` such an item is left alone,
 * and that is told.
 */
export function useCancelItems() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (input: { readonly ids: readonly string[]; readonly onlyWaiting: boolean }) => {
      const variables = { input: { runQueueItemIds: [...input.ids], onlyWaiting: input.onlyWaiting } }
      return (await ask(WebCancelItemsDocument, variables)).cancelRunQueueItems
    },
    onSuccess(result) {
      const items = result?.runQueueItems ?? []
      const stopping = items.filter(({ state }) => state === 'claimed')
      const cancelled = items.length - stopping.length
      if (cancelled > 0) showDone(`Cancelled ${countItems(cancelled, items[0]?.id)}.`)
      if (stopping.length > 0) showDone(`Asked ${countItems(stopping.length, stopping[0]?.id)} to stop.`)
      tellRefusals(result?.refused ?? [])
    },
    onError: showFailure,
    onSettled: () => refreshItems(queryClient),
  })
}

/** Sets the priority of items that wait. It is shown at once, and taken back where the server refuses. */
export function usePrioritiseItems() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ ids, priority }: { readonly ids: readonly string[]; readonly priority: number }) =>
      (await ask(WebPrioritiseItemsDocument, { input: { runQueueItemIds: [...ids], priority } })).updateRunQueueItems,
    async onMutate({ ids, priority }) {
      await queryClient.cancelQueries({ queryKey: ['queue-items'] })
      changeListed(queryClient, ids, (item) => (item.state === 'pending' ? { ...item, priority } : item))
    },
    onSuccess(result, { priority }) {
      const items = result?.runQueueItems ?? []
      if (items.length > 0)
        showDone(
          `The priority of ${countItems(items.length, items[0]?.id)} is now ${PRIORITIES[priority] ?? priority}.`,
        )
      tellRefusals(result?.refused ?? [])
    },
    onError: showFailure,
    onSettled: () => refreshItems(queryClient),
  })
}

/** Launches an ended item again by its own launch spec; answers with the new item's id. */
export function useRetryItem() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const { retryRunQueueItem } = await ask(WebRetryItemDocument, { input: { runQueueItemId: id } })
      return retryRunQueueItem?.runQueueItem?.id ?? null
    },
    onSuccess: (newId, id) => showDone(`Item ${id} is queued again as item ${newId ?? 'unknown'}.`),
    onError: showFailure,
    onSettled: () => refreshItems(queryClient),
  })
}

function countItems(count: number, id: string | undefined): string {
  return count === 1 ? `item ${id ?? ''}` : `${count} items`
}

function tellRefusals(refused: readonly { readonly message: string }[]): void {
  if (refused.length === 0) return
  const told = refused.slice(0, MAX_REFUSALS_TOLD).map(({ message }) => message)
  const more = refused.length - told.length
  showFailure(new ApiError('conflict', [...told, ...(more > 0 ? [`So it is with ${more} more.`] : [])].join(' ')))
}

async function refreshItems(queryClient: QueryClient): Promise<void> {
  await Promise.all(
    ['queue-items', 'queue', 'queues', 'item'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
  )
}

type ListedPage = { readonly edges: readonly { readonly node?: ListedItem | null }[] } | null

function changeListed(
  queryClient: QueryClient,
  ids: readonly string[],
  change: (item: ListedItem) => ListedItem,
): void {
  const chosen = new Set(ids)
  queryClient.setQueriesData<InfiniteData<ListedPage>>({ queryKey: ['queue-items'] }, (data) =>
    data === undefined
      ? data
      : {
          ...data,
          pages: data.pages.map(
            (page) =>
              page && {
                ...page,
                edges: page.edges.map((edge) =>
                  edge.node && chosen.has(edge.node.id) ? { ...edge, node: change(edge.node) } : edge,
                ),
              },
          ),
        },
  )
}
