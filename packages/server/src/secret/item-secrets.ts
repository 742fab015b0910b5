import { NotFoundError, parseJson, parseLaunchSpec, requiredSecrets } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { LaunchAgentService } from '../launch-agent/launch-agent-service.ts'
import type { Log } from '../log.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import type { SecretService } from './secret-service.ts'

/** What an agent asks for. The ids are those of the wire. */
export interface ItemSecretsRequest {
  readonly launchAgentId: string
  readonly runQueueItemId: string
  readonly names: readonly string[]
}

/** Hands the values of secrets to agents. */
export interface ItemSecrets {
  /**
   * The values, for the agent that holds an item which refers to all of these names, on behalf of the person who started
   * the agent or an administrator of its entity. Throws the same NotFoundError in every other case.
   */
  read(viewer: Viewer, request: ItemSecretsRequest): Promise<ReadonlyMap<string, string>>
}

/** Creates the only way by which a value leaves the server. */
export function createItemSecrets(deps: {
  readonly secret: SecretService
  readonly runQueue: RunQueueService
  readonly launchAgent: LaunchAgentService
  readonly log: Log
}): ItemSecrets {
  const { secret, runQueue, launchAgent, log } = deps

  async function readIfAllowed(
    viewer: Viewer,
    { launchAgentId, runQueueItemId, names }: ItemSecretsRequest,
  ): Promise<ReadonlyMap<string, string> | null> {
    const agent = await launchAgent.findOwn(viewer, launchAgentId)
    const item = agent === null ? null : await runQueue.items.find(viewer, runQueueItemId)
    if (agent === null || item === null) return null
    const held = await runQueue.leases.findHeld(agent.id, [item.id])
    if (held.length === 0) return null
    const spec = parseLaunchSpec(parseJson(await runQueue.items.readRunSpec(item)))
    const allowed = requiredSecrets(spec)
    if (!names.every((name) => allowed.includes(name))) return null
    const values = await secret.open(item.entityId, names, runQueueItemId)
    if (values !== null) {
      log.info({ secrets: names, item: runQueueItemId, agent: agent.name }, 'an agent got secrets for an item')
    }
    return values
  }

  return {
    async read(viewer, request) {
      const values = await readIfAllowed(viewer, request)
      if (values !== null) return values
      throw new NotFoundError(
        'Cannot hand out the secrets: one of them does not exist any more, or this launch agent holds no item that refers to it. Set the secret again and retry the item.',
      )
    },
  }
}
