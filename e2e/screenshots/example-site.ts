import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLaunchAgent } from '@slipway/agent'
import { createApiClient } from '@slipway/sdk'
import { startTestServer, type GraphqlTestAnswer, type TestServer } from '@slipway/testkit'

/** When the example begins. Its clock goes on from there, and is put forward between what happens. */
const BEGIN = Date.UTC(2026, 4, 4, 8, 0)
const HOUR_MS = 3_600_000

const quiet = (): void => undefined

/** A server with an agent, for a person called ada. */
export interface ExampleSite extends AsyncDisposable {
  readonly server: TestServer
  readonly apiKey: string
  readonly now: () => number
  readonly request: (query: string, variables?: Record<string, unknown>) => Promise<GraphqlTestAnswer>
  /** Like `request`; throws what was refused. */
  readonly must: (query: string, variables?: Record<string, unknown>) => Promise<GraphqlTestAnswer['data']>
  /** Puts the server's clock forward. */
  passHours(hours: number): void
}

/** Starts the server and the agent of the queue "local". */
export async function startExampleSite(): Promise<ExampleSite> {
  const offset = BEGIN - Date.now()
  let passedMs = 0
  const now = (): number => Date.now() + offset + passedMs
  const folder = await mkdtemp(join(tmpdir(), 'slipway-screenshots-'))
  const server = await startTestServer({ clock: { now } })
  const apiKey = await server.addUser('ada')
  const request: ExampleSite['request'] = (query, variables) => server.request(query, variables, { apiKey })
  const must: ExampleSite['must'] = async (query, variables) => {
    const { data, errors } = await request(query, variables)
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '))
    return data
  }
  for (const [queueName, resourceType] of [
    ['local', 'local-process'],
    ['gpu', 'local-process'],
  ]) {
    await must('mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success } }', {
      input: {
        entityName: 'ada',
        projectName: 'model-registry',
        queueName,
        resourceType,
        prioritizationMode: queueName === 'gpu' ? 'V0' : 'DISABLED',
        resourceConfig: JSON.stringify({ resource_args: { 'local-process': {} } }),
      },
    })
  }
  const agent = await startLaunchAgent(
    {
      entityName: 'ada',
      queueNames: ['local'],
      stateFolder: join(folder, 'agent'),
      hostname: 'workstation',
      maxJobs: 2,
      version: '0.1.0',
      environment: process.env,
    },
    { api: createApiClient({ baseUrl: server.url, apiKey }), log: { info: quiet, warn: quiet, error: quiet } },
  )
  return {
    server,
    apiKey,
    now,
    request,
    must,
    passHours: (hours) => void (passedMs += hours * HOUR_MS),
    async [Symbol.asyncDispose]() {
      await agent[Symbol.asyncDispose]()
      await server.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

/** The text of one of the programs beside this file. */
export function readProgram(name: string): Promise<string> {
  return readFile(new URL(`programs/${name}`, import.meta.url), 'utf8')
}
