/** A launch agent as a program of its own, for tests that kill it: `agent.main.ts URL STATE_FOLDER QUEUE MAX_JOBS`. */
import { argv, env, stdout } from 'node:process'
import { startLaunchAgent } from '@slipway/agent'
import { createApiClient } from '@slipway/sdk'

const [, , baseUrl = '', stateFolder = '', queueName = '', maxJobs = '1'] = argv
const quiet = (): void => undefined
await startLaunchAgent(
  { entityName: 'admin', queueNames: [queueName], stateFolder, maxJobs: Number(maxJobs), environment: env },
  {
    api: createApiClient({ baseUrl, apiKey: env['SLIPWAY_API_KEY'] ?? '' }),
    log: { info: quiet, warn: quiet, error: quiet },
  },
)
stdout.write('ready\n')
