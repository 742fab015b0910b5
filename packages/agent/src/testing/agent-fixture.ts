import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { env } from 'node:process'
import { createApiClient } from '@slipway/sdk'
import type { LaunchAgentConfig } from '../launch-agent-config.ts'
import { startLaunchAgent, type RunningLaunchAgent } from '../launch-agent.ts'
import type { Log } from '../log.ts'
import { startFakeServer, type FakeServer } from './fake-server.ts'

/** A fake server, a state folder, and the agents that a test starts with them; all gone when it is disposed. */
export interface AgentFixture {
  readonly server: FakeServer
  readonly stateFolder: string
  readonly messages: readonly string[]
  start(config?: Partial<LaunchAgentConfig>): Promise<RunningLaunchAgent>
  [Symbol.asyncDispose](): Promise<void>
}

/** Makes an AgentFixture with one job, `train`, of these files. */
export async function anAgentFixture(
  code: Readonly<Record<string, string>>,
  entryPoint: readonly string[],
): Promise<AgentFixture> {
  const server = await startFakeServer()
  server.jobs.set('train', { code, entryPoint })
  const stateFolder = await mkdtemp(`${tmpdir()}/slipway-agent-`)
  const agents: RunningLaunchAgent[] = []
  const messages: string[] = []
  const note = (fields: Readonly<Record<string, unknown>>, message: string): void => {
    const error = fields['error']
    messages.push(error instanceof Error ? `${message}: ${error.message}` : message)
  }
  const log: Log = { info: note, warn: note, error: note }
  return {
    server,
    stateFolder,
    messages,
    async start(config = {}) {
      const agent = await startLaunchAgent(
        {
          entityName: 'ann',
          queueNames: ['default'],
          stateFolder,
          stopGraceSeconds: 2,
          environment: { PATH: env['PATH'], HOME: env['HOME'] },
          ...config,
        },
        { api: createApiClient({ baseUrl: server.baseUrl, apiKey: 'key-of-the-agent' }), log },
      )
      agents.push(agent)
      return agent
    },
    async [Symbol.asyncDispose]() {
      server.setDown(false)
      await Promise.all(agents.map((agent) => agent.stop('now')))
      await server.close()
      await rm(stateFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
