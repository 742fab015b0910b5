import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLiveQueries } from '../../api/live/use-live.ts'
import {
  buildDefaultQueueQuery,
  buildLaunchQueueQuery,
  LAUNCH_QUEUES_KEY,
  type LaunchQueue,
  type LaunchVersion,
} from './launch-queries.ts'
import type { LaunchSettings, QueueChoice } from './launch-settings.ts'

/** The queue that a launch goes to, kept up to date; null while none is chosen, and when it is gone. */
export function useLaunchQueue(version: LaunchVersion, settings: LaunchSettings): LaunchQueue | null {
  const own = version.project.entityName
  const queryOf = (choice: QueueChoice | null) =>
    choice === null ? buildDefaultQueueQuery(own) : buildLaunchQueueQuery(choice)
  // The form waits for the queue that it begins with. Another one that a paste or a preset names is none until it is known,
  // so that nothing goes to the one before.
  const [first] = useState(settings.queue)
  useSuspenseQuery(queryOf(first))
  const { data: queue = null } = useQuery({
    ...queryOf(settings.queue),
    throwOnError: (_error, { state }) => state.data === undefined,
  })
  const entityName = settings.queue?.entityName ?? own
  useLiveQueries(
    [
      { kind: 'RUN_QUEUES', entityName },
      { kind: 'LAUNCH_AGENTS', entityName },
    ],
    [LAUNCH_QUEUES_KEY],
  )
  return queue
}
