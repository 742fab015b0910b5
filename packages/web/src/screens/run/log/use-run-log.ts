import { useQueries, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePacedWatch } from '../../../api/live/use-paced-watch.ts'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'
import { watchOfRun } from '../api/run-watch.ts'
import type { LogSource } from '../../../log/log-source.ts'
import { readLogLines, readLogSize, readWholeLog, searchRunLog } from './read-log.ts'

/** Lines fetched together. */
const PAGE = 500

/** The log of a run: the lines in view are fetched, and while it grows only its end is. */
export function useRunLog(path: RunPath): LogSource {
  const queryClient = useQueryClient()
  const key = formatRunPath(path)
  const sizeKey = ['run-log-size', key]
  const { data: lineCount } = useSuspenseQuery({
    queryKey: sizeKey,
    queryFn: ({ signal }) => readLogSize(path, signal),
    staleTime: 0,
  })
  const [range, setRange] = useState({ from: 0, to: 0 })

  usePacedWatch([watchOfRun(path)], ['log', 'state'], async () => {
    const before = queryClient.getQueryData<number>(sizeKey) ?? 0
    await queryClient.invalidateQueries({ queryKey: sizeKey })
    const after = queryClient.getQueryData<number>(sizeKey) ?? 0
    // Programs write over their last lines; a shorter log was begun anew.
    const firstPage = after < before ? 0 : Math.floor(before / PAGE) - 1
    await queryClient.invalidateQueries({
      queryKey: ['run-log-page', key],
      predicate: ({ queryKey }) => Number(queryKey[2]) >= firstPage,
    })
  })

  const firstPage = Math.floor(range.from / PAGE)
  const endPage = Math.ceil(Math.min(range.to, lineCount) / PAGE)
  const pages = useQueries({
    queries: Array.from({ length: Math.max(0, endPage - firstPage) }, (_, index) => ({
      queryKey: ['run-log-page', key, firstPage + index],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        readLogLines(path, (firstPage + index) * PAGE, PAGE, signal),
      staleTime: Infinity,
      structuralSharing: false,
    })),
  })

  return {
    lineCount,
    hasTimes: true,
    lineAt(line) {
      const page = pages[Math.floor(line / PAGE) - firstPage]?.data
      return page?.get(line) ?? (page === undefined || line >= lineCount ? undefined : MISSING)
    },
    view: (from, to) => setRange((old) => (old.from === from && old.to === to ? old : { from, to })),
    search: (text, before, signal) => searchRunLog(path, text, before, lineCount, signal),
    readAll: () => readWholeLog(path, lineCount),
  }
}

/** A line that never came. */
const MISSING = { timestamp: null, isError: false, text: '' }
