import { useInfiniteQuery } from '@tanstack/react-query'
import { nodesOf } from '../../api/connection.ts'
import { buildRunsQuery, type RunSelection } from './api/runs.ts'
import type { GridItem } from './grid/grid-item.ts'

/** What the table shows, and how to get more of it. */
export interface RunItems {
  readonly items: readonly GridItem[]
  readonly isPending: boolean
  readonly error: Error | null
  readonly loadMore: () => void
  readonly retry: () => void
}

/** The runs of a selection as rows. */
export function useRunList(selection: RunSelection, isEnabled: boolean): RunItems {
  const query = useInfiniteQuery({ ...buildRunsQuery(selection), enabled: isEnabled })
  const rows = (query.data?.pages ?? []).flatMap(nodesOf)
  const seen = new Set<string>()
  // A run that moves while pages are loaded may come in two of them.
  const items = rows.flatMap((row): readonly GridItem[] => {
    if (seen.has(row.id)) return []
    seen.add(row.id)
    return [{ kind: 'run', key: row.id, row, isInGroup: false }]
  })
  return {
    items,
    isPending: query.isPending,
    error: query.data === undefined ? query.error : null,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
    retry: () => void query.refetch(),
  }
}
