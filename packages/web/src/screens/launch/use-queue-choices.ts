import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { entityNamesOf } from '../../api/viewer.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { buildAllQueuesQuery } from './all-queues-query.ts'
import { LAUNCH_QUEUES_KEY, type LaunchQueue } from './launch-queries.ts'

const SEARCH_DELAY_MS = 150

/** The queues that a launch may go to, as far as they are loaded. */
export interface QueueChoices {
  readonly queues: readonly LaunchQueue[]
  readonly isSearching: boolean
  /** Whether there is no queue at all. */
  readonly isNone: boolean
  /** Finds those whose names hold a text; all with an empty one. */
  readonly onSearch: (text: string) => void
  /** Loads more of them, where there are more. */
  readonly onNearEnd: () => void
}

/** Searches the queues of the job's entity and of all others that the viewer belongs to. */
export function useQueueChoices(jobEntityName: string): QueueChoices {
  const entities = entityNamesOf(useViewer())
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, SEARCH_DELAY_MS)
  // Those of the job's entity first: its queue "default" is where the command line launches to.
  const sorted = [...new Set([jobEntityName, ...entities])]
  const query = useInfiniteQuery({ ...buildAllQueuesQuery(sorted, search), placeholderData: keepPreviousData })
  useLiveQueries(
    sorted.flatMap((entityName) => [
      { kind: 'RUN_QUEUES', entityName },
      { kind: 'LAUNCH_AGENTS', entityName },
    ]),
    [LAUNCH_QUEUES_KEY],
  )
  return {
    queues: query.data ?? [],
    isSearching: query.isFetching,
    isNone: query.data?.length === 0 && search === '' && !query.isPlaceholderData,
    onSearch: (next) => setText(next.trim()),
    onNearEnd() {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
  }
}
