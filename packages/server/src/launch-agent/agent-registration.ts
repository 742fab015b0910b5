import { InvalidInputError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'

/** No machine listens to more run queues than this. */
const MAX_QUEUES_OF_AGENT = 1000

/** Who registers, and for which queues. */
export interface AgentRegistration {
  readonly entityName: string
  /** Wire ids. */
  readonly runQueueIds: readonly string[]
  readonly hostname: string
  readonly config: string | null
  readonly version: string | null
  /** The wire id of the agent whose place this one takes; null for a new one. */
  readonly resumeId: string | null
}

/** The row ids of the queues that an agent is to listen to. Throws InvalidInputError when they are none or not of its entity. */
export async function requireQueuesOfAgent(
  viewer: Viewer,
  registration: AgentRegistration,
  queues: Pick<RunQueueService['queues'], 'requireById'>,
): Promise<readonly number[]> {
  const wireIds = [...new Set(registration.runQueueIds)]
  if (wireIds.length === 0) {
    throw new InvalidInputError('Cannot register the launch agent: it listens to no run queue. Name at least one.')
  }
  if (wireIds.length > MAX_QUEUES_OF_AGENT) {
    throw new InvalidInputError(
      `Cannot register the launch agent: it listens to ${wireIds.length} run queues, more than ${MAX_QUEUES_OF_AGENT}. Start several agents.`,
    )
  }
  const found = await Promise.all(wireIds.map((id) => queues.requireById(viewer, id)))
  const foreign = found.find((queue) => queue.entityName !== registration.entityName)
  if (foreign !== undefined) {
    throw new InvalidInputError(
      `Cannot register the launch agent: run queue "${foreign.name}" belongs to "${foreign.entityName}", the agent to "${registration.entityName}". Start one agent for each entity.`,
    )
  }
  return found.map((queue) => queue.id)
}
