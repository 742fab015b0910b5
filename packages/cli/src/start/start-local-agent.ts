import { join } from 'node:path'
import { type RunningLaunchAgent, startLaunchAgent } from '@slipway/agent'
import { createApiClient } from '@slipway/sdk'
import { upsertQueue, findQueue } from '../queue/upsert-queue.ts'
import type { TextLog } from '../text-log.ts'

const QUEUE = 'default'
const RESOURCE = 'local-process'

/** What the local agent of a server works with. */
export interface LocalAgentConfig {
  readonly baseUrl: string
  readonly apiKey: string
  readonly entityName: string
  readonly dataFolder: string
  readonly maxJobs: number
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Starts an agent beside the server, for the queue `default`, which is made when it is missing. */
export async function startLocalAgent(config: LocalAgentConfig, log: TextLog): Promise<RunningLaunchAgent> {
  const { baseUrl, apiKey, entityName } = config
  const api = createApiClient({ baseUrl, apiKey, userAgent: 'slipway-agent' })
  const place = { entityName, queueName: QUEUE }
  if ((await findQueue(api, place)) === null) {
    await upsertQueue(api, place, {
      resource: RESOURCE,
      config: { settings: {}, templateVariables: {} },
      isPrioritized: false,
    })
  }
  return startLaunchAgent(
    {
      entityName,
      queueNames: [QUEUE],
      stateFolder: join(config.dataFolder, 'agent'),
      maxJobs: config.maxJobs,
      environment: config.environment,
    },
    { api, log },
  )
}
