import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { nodesOf } from '../../api/connection.ts'
import { buildRunGroupsQuery, type RunGroup } from './api/run-groups.ts'
import { buildFirstRunsQuery, type RunSelection } from './api/runs.ts'
import { buildRunConditions } from './filter/run-conditions.ts'
import type { GridItem } from './grid/grid-item.ts'
import type { RunsSearch } from './runs-search.ts'
import type { RunItems } from './use-run-list.ts'

const RUNS_AT_ONCE = 50

/** The groups of runs as rows, with the runs of those that are open. */
export function useGroupedRuns(
  selection: RunSelection,
  search: RunsSearch,
  aggregates: readonly string[],
): RunItems & { readonly toggle: (key: string) => void } {
  const by = search.group ?? ''
  const query = useInfiniteQuery({
    ...buildRunGroupsQuery(selection, { by, filters: selection.filters, aggregates }),
    enabled: by !== '',
  })
  const groups = (query.data?.pages ?? []).flatMap(nodesOf)
  /** How many runs of each opened group are shown, by the group's key. */
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map())
  const open = groups.filter((group) => shown.has(keyOf(by, group)))
  const opened = useQueries({
    queries: open.map((group) => {
      const filters = buildRunConditions(search, [JSON.parse(group.filters) as Readonly<Record<string, unknown>>])
      return buildFirstRunsQuery({ ...selection, filters }, shown.get(keyOf(by, group)) ?? RUNS_AT_ONCE)
    }),
  })
  const show = (key: string, count: number): void => setShown((now) => new Map(now).set(key, count))
  const items = groups.flatMap((group): readonly GridItem[] => {
    const key = keyOf(by, group)
    const position = open.indexOf(group)
    const head: GridItem = { kind: 'group', key, group, isOpen: position !== -1 }
    if (position === -1) return [head]
    const page = opened[position]?.data
    const rows = nodesOf(page).map((row): GridItem => ({ kind: 'run', key: `${key} ${row.id}`, row, isInGroup: true }))
    const count = shown.get(key) ?? RUNS_AT_ONCE
    if (page === undefined) return [head, { kind: 'more', key: `${key} more`, label: 'Loading…', load: doNothing }]
    return page.pageInfo.hasNextPage
      ? [
          head,
          ...rows,
          { kind: 'more', key: `${key} more`, label: `Show more of ${group.count}`, load: () => show(key, count * 2) },
        ]
      : [head, ...rows]
  })
  return {
    items,
    isPending: query.isPending,
    error: query.data === undefined ? query.error : null,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
    retry: () => void query.refetch(),
    toggle: (key) =>
      setShown((now) => {
        const next = new Map(now)
        if (!next.delete(key)) next.set(key, RUNS_AT_ONCE)
        return next
      }),
  }
}

function keyOf(by: string, { filters }: RunGroup): string {
  return `${by} ${filters}`
}

function doNothing(): void {}
