import { CliQueueAgentsDocument } from '@slipway/api'
import { isJsonObject, type Problem } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import { QUEUE_PROJECT, type QueuePlace } from '../queue/queue-place.ts'
import type { PlannedLaunch } from './plan-launches.ts'

const REMOVAL_FEATURE = 'input-removals'

/**
 * Says when launches that delete inputs would wait, because none of the agents that listen now can do that: the server
 * gives them to no agent that would run them with the inputs still there.
 */
export async function noteRemovals(
  api: ApiClient,
  { entityName, queueName }: QueuePlace,
  launches: readonly PlannedLaunch[],
): Promise<readonly Problem[]> {
  if (launches.every(({ composed }) => composed.removals.length === 0)) return []
  const place = { entityName, projectName: QUEUE_PROJECT, name: queueName }
  const agents = (await api.request(CliQueueAgentsDocument, place)).project?.runQueue?.launchAgents ?? []
  if (agents.length === 0 || agents.some(({ agentConfig }) => canRemove(agentConfig))) return []
  return [
    {
      path: '',
      message: `None of the agents that listen to run queue "${queueName}" now can delete keys of config files, as wandb launch-agent cannot: what deletes some waits for a Slipway agent. Start one with: slipway agent start --queue ${queueName}`,
    },
  ]
}

function canRemove(agentConfig: unknown): boolean {
  const features = isJsonObject(agentConfig) ? agentConfig['features'] : undefined
  return Array.isArray(features) && features.includes(REMOVAL_FEATURE)
}
