import { CliQueueWaitingDocument, type CliWaitingFragment } from '@slipway/api'
import { NotFoundError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { QueuePlace } from '../queue/queue-place.ts'
import { QUEUE_PROJECT } from '../queue/queue-place.ts'
import { showAge } from '../show-time.ts'
import { formatFields, formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** What a launch would wait for, and on which kind of place it would run. */
export interface ExplainedQueue {
  readonly resource: string | null
  readonly waiting: CliWaitingFragment
}

/** Asks what a launch into a queue would wait for. Throws NotFoundError when there is no such queue. */
export async function explainQueue(
  api: ApiClient,
  { entityName, queueName }: QueuePlace,
  priority: number | null,
): Promise<ExplainedQueue> {
  const place = { entityName, projectName: QUEUE_PROJECT, name: queueName }
  const queue = (await api.request(CliQueueWaitingDocument, { ...place, priority })).project?.runQueue ?? null
  if (queue !== null) return queue
  throw new NotFoundError(
    `Cannot find run queue "${queueName}" of "${entityName}": it does not exist, or you may not use it. List the queues with "slipway queue list".`,
  )
}

/** Shows why an item waits, or would: the sentence, the numbers, and the agents. */
export function formatWaiting({ stdout }: Terminal, { resource, waiting }: ExplainedQueue): string {
  const { runQueue, position, pendingCount, higherPriorityCount } = waiting
  const now = Date.now()
  const fields = formatFields(stdout, [
    ['Waits for', waiting.message],
    ['Queue', `${runQueue.entityName}/${runQueue.name}${runQueue.isPaused ? ' (paused)' : ''}`],
    ['Resource', resource],
    ['Position', position === null ? null : `${position} of ${Math.max(position, pendingCount)}`],
    ['Ahead with a higher priority', higherPriorityCount === 0 ? null : String(higherPriorityCount)],
    ['Starts in about', showSeconds(waiting.expectedStartSeconds)],
    ['Recent runs took', showSeconds(waiting.recentRunSeconds)],
  ])
  const rows = waiting.agents.map(({ launchAgent, maxJobs, freeRoom, heldCount, runQueueItemIds }) => [
    launchAgent.name ?? '',
    launchAgent.hostname ?? '',
    launchAgent.stopPolling === true ? 'ending' : (launchAgent.agentStatus ?? '').toLowerCase(),
    maxJobs === null ? `${heldCount}` : `${heldCount} of ${maxJobs}`,
    freeRoom === null ? 'no limit' : String(freeRoom),
    showAge(launchAgent.heartbeatAt, now),
    runQueueItemIds.join(' '),
  ])
  if (rows.length === 0) return fields
  return [fields, formatTable(stdout, ['AGENT', 'HOST', 'STATE', 'RUNS', 'FREE', 'HEARD OF', 'ITEMS'], rows)].join(
    '\n\n',
  )
}

function showSeconds(seconds: number | null): string | null {
  if (seconds === null) return null
  if (seconds < 1) return 'no time'
  const [count, unit] = seconds < 90 ? [seconds, 's'] : seconds < 5400 ? [seconds / 60, 'min'] : [seconds / 3600, 'h']
  return `${Math.round(count)} ${unit}`
}
