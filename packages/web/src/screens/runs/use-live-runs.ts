import { useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useRef, useState, type RefObject } from 'react'
import { nodesOf } from '../../api/connection.ts'
import { useForgetGone } from '../../api/live/use-forget-gone.ts'
import { usePacedWatch } from '../../api/live/use-paced-watch.ts'
import { runKeysKey } from './api/run-keys.ts'
import { buildRunsQuery, countRuns, readRuns, runsKey, type RunRow, type RunSelection } from './api/runs.ts'

type Page = Awaited<ReturnType<typeof readRuns>>

/** So far from its top a table counts as scrolled. */
const TOP_PX = 4
/** The rows around those in view that are brought up to date in place. */
const MAX_IN_VIEW = 60

/**
 * Keeps the table up to date without anything jumping: at its top it shows what is new at once; scrolled, the rows in view
 * change in place and `newCount` tells how many runs were made since, which `showNew` shows.
 */
export function useLiveRuns(
  selection: RunSelection,
  scroller: RefObject<HTMLDivElement | null>,
  { conditions, isGrouped }: { readonly conditions: (more: object) => string | null; readonly isGrouped: boolean },
): { readonly newCount: number; readonly showNew: () => void } {
  const queryClient = useQueryClient()
  const list = buildRunsQuery(selection)
  const key = JSON.stringify(list.queryKey)
  const newest = useQuery({
    queryKey: ['runs-newest', key],
    queryFn: async ({ signal }) => {
      const page = await readRuns({ ...selection, order: '-created_at', values: [] }, { first: 1, after: null }, signal)
      return { createdAt: nodesOf(page)[0]?.createdAt ?? new Date(0).toISOString() }
    },
    staleTime: Infinity,
    gcTime: 0,
    enabled: !isGrouped,
  })
  const [news, setNews] = useState({ key, count: 0 })
  const isAtTop = (): boolean => (scroller.current?.scrollTop ?? 0) <= TOP_PX

  async function readAnew(): Promise<void> {
    // The later pages follow when they are scrolled to; asked for now they would come one after the other.
    queryClient.setQueryData<InfiniteData<Page, string | null>>(list.queryKey, (old) =>
      old === undefined ? old : { pages: old.pages.slice(0, 1), pageParams: old.pageParams.slice(0, 1) },
    )
    setNews({ key, count: 0 })
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: runsKey(selection) }),
      queryClient.invalidateQueries({ queryKey: ['runs-newest', key] }),
    ])
  }

  async function refreshInPlace(): Promise<void> {
    const data = queryClient.getQueryData<InfiniteData<Page, string | null>>(list.queryKey)
    const since = newest.data?.createdAt
    const rows = (data?.pages ?? []).flatMap(nodesOf)
    const inView = rowsInView(rows, scroller.current)
    const names = JSON.stringify({ name: { $in: inView.map(({ name }) => name) } })
    const [page, count] = await Promise.all([
      readRuns({ ...selection, filters: names }, { first: 200, after: null }),
      since === undefined ? 0 : countRuns(selection, conditions({ created_at: { $gt: since } })),
      queryClient.invalidateQueries({ queryKey: [...runsKey(selection), 'count'] }),
    ])
    const fresh = new Map(nodesOf(page).map((row) => [row.id, row]))
    queryClient.setQueryData<InfiniteData<Page, string | null>>(list.queryKey, (old) =>
      old === undefined ? old : { ...old, pages: old.pages.map((known) => withFresh(known, fresh)) },
    )
    setNews({ key, count })
  }

  const watch = {
    kind: 'RUNS' as const,
    entityName: selection.entity,
    ...(selection.project === undefined ? {} : { projectName: selection.project }),
  }
  // The keys go as well: they are names that the runs had.
  useForgetGone([watch], [runsKey(selection), runKeysKey(selection)])
  const seen = useRef<string | null>(null)
  usePacedWatch([watch], [], async () => {
    // The connection says once that it stands; what the page has just read needs no second reading.
    const isFirst = seen.current !== key
    seen.current = key
    if (isFirst && queryClient.isFetching({ queryKey: runsKey(selection) }) > 0) return
    if (isGrouped || isAtTop()) await readAnew()
    else await refreshInPlace()
  })
  return {
    newCount: news.key === key ? news.count : 0,
    showNew: () => {
      scroller.current?.scrollTo({ top: 0 })
      void readAnew()
    },
  }
}

function withFresh(page: Page, fresh: ReadonlyMap<string, RunRow>): Page {
  return {
    ...page,
    edges: page.edges.map((edge) => ({ ...edge, node: (edge.node && fresh.get(edge.node.id)) ?? edge.node })),
  }
}

function rowsInView(rows: readonly RunRow[], scroller: HTMLDivElement | null): readonly RunRow[] {
  if (scroller === null || scroller.scrollHeight === 0) return rows.slice(0, MAX_IN_VIEW)
  const first = Math.floor((scroller.scrollTop / scroller.scrollHeight) * rows.length)
  return rows.slice(Math.max(0, first - 10), first + MAX_IN_VIEW - 10)
}
