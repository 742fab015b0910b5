/** A launch agent as a program of its own, for tests that kill it: `agent-program.ts BASE_URL STATE_FOLDER MAX_JOBS`. */
import { argv, env } from 'node:process'
import { createApiClient } from '@slipway/sdk'
import { startLaunchAgent } from '../launch-agent.ts'

const [, , baseUrl = '', stateFolder = '', maxJobs = '1'] = argv
const quiet = (): void => undefined
await startLaunchAgent(
  { entityName: 'ann', queueNames: ['default'], stateFolder, maxJobs: Number(maxJobs), environment: env },
  { api: createApiClient({ baseUrl, apiKey: 'k' }), log: { info: quiet, warn: quiet, error: quiet } },
)
