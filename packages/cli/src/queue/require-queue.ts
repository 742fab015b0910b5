import { CliRunQueueDocument, type CliRunQueueQuery, CliRunQueueNamesDocument } from '@slipway/api'
import { nearestName, NotFoundError } from '@slipway/core'
import type { Connection } from '../connection.ts'
import { parseQueuePlace, QUEUE_PROJECT } from './queue-place.ts'

/** A run queue as the server describes it. */
export type FoundQueue = NonNullable<NonNullable<CliRunQueueQuery['project']>['runQueue']>

/** Options of commands that name a run queue. */
export interface QueueOptions {
  readonly entity?: string
}

/** Finds the queue that a person named. Throws NotFoundError with the nearest name. */
export async function requireQueue(
  { api, caller }: Connection,
  name: string,
  what: string,
  options: QueueOptions,
): Promise<FoundQueue> {
  const { entityName, queueName } = parseQueuePlace(name, options.entity ?? caller.entityName)
  const answer = await api.request(CliRunQueueDocument, { entityName, projectName: QUEUE_PROJECT, name: queueName })
  const queue = answer.project?.runQueue ?? null
  if (queue !== null) return queue
  const { entity } = await api.request(CliRunQueueNamesDocument, { entityName })
  const near = nearestName(queueName, entity?.runQueuesConnection?.edges.map(({ node }) => node.name) ?? [])
  throw new NotFoundError(
    `Cannot ${what} run queue "${queueName}": "${entityName}" has no such queue that you may see. ${
      near === null ? 'List them with "slipway queue list".' : `Did you mean "${near}"?`
    }`,
  )
}
