import { useSuspenseQueries } from '@tanstack/react-query'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { entityNamesOf } from '../../api/viewer.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { buildLaunchQueuesQuery, type LaunchQueue, type LaunchVersion } from './launch-queries.ts'
import type { LaunchSettings } from './launch-settings.ts'

const DEFAULT_NAME = 'default'

/** The queues that the viewer may launch to, and the one that a launch goes to; null while none is chosen. */
export function useLaunchQueue(
  version: LaunchVersion,
  settings: LaunchSettings,
): { readonly queues: readonly LaunchQueue[]; readonly queue: LaunchQueue | null } {
  const entities = entityNamesOf(useViewer())
  // Those of the job's entity first: its queue "default" is where the command line launches to.
  const sorted = [...new Set([version.project.entityName, ...entities])]
  const queues = useSuspenseQueries({
    queries: sorted.map(buildLaunchQueuesQuery),
    combine: (answers) => answers.flatMap(({ data }) => data),
  })
  useLiveQueries(
    sorted.flatMap((entityName) => [
      { kind: 'RUN_QUEUES', entityName },
      { kind: 'LAUNCH_AGENTS', entityName },
    ]),
    [['launch', 'queues']],
  )
  return { queues, queue: findQueue(queues, version, settings) }
}

function findQueue(
  queues: readonly LaunchQueue[],
  version: LaunchVersion,
  { queue }: LaunchSettings,
): LaunchQueue | null {
  if (queue !== null) {
    return queues.find(({ entityName, name }) => entityName === queue.entityName && name === queue.queueName) ?? null
  }
  const own = queues.filter(({ entityName }) => entityName === version.project.entityName)
  return own.find(({ name }) => name === DEFAULT_NAME) ?? (own.length === 1 ? (own[0] ?? null) : null)
}
