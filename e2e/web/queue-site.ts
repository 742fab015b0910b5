import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { startLaunchAgent, type RunningLaunchAgent } from '@slipway/agent'
import { createApiClient } from '@slipway/sdk'
import { createTestJob, type TestServer } from '@slipway/testkit'

/** What the tests of queues, items and agents do over and over, by the API. */

/** Sends a document that must succeed. */
export async function must(
  server: TestServer,
  query: string,
  variables: Record<string, unknown> = {},
  apiKey?: string,
  // oxlint-disable-next-line typescript/no-explicit-any -- answers have many shapes; each test asserts the part it needs
): Promise<any> {
  const { data, errors } = await server.request(query, variables, apiKey === undefined ? {} : { apiKey })
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '))
  return data
}

/** Makes a queue; it has priorities unless told otherwise. */
export async function makeQueue(
  server: TestServer,
  name: string,
  options: { readonly entityName?: string; readonly priorities?: boolean } = {},
): Promise<void> {
  await must(server, 'mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success } }', {
    input: {
      entityName: options.entityName ?? server.username,
      projectName: 'model-registry',
      queueName: name,
      resourceType: 'local-process',
      resourceConfig: JSON.stringify({ resource_args: { 'local-process': {} } }),
      prioritizationMode: options.priorities === false ? 'DISABLED' : 'V0',
    },
  })
}

/** Makes a job that runs a shell program; answers with its path. */
export function makeJob(server: TestServer, name: string, program: string): Promise<string> {
  return createTestJob(server, {
    entityName: server.username,
    projectName: 'vision',
    name,
    files: { 'program.sh': program },
    entryPoint: ['sh', 'program.sh'],
    config: { trainer: { learning_rate: 0.01, batch_size: 32 }, model: 'resnet' },
  })
}

/** Launches a job into a queue; answers with the item's id. */
export async function launch(
  server: TestServer,
  job: string,
  queueName: string,
  options: {
    readonly entityName?: string
    readonly overrides?: object
    readonly templateVariables?: object
    readonly priority?: number
    readonly apiKey?: string
  } = {},
): Promise<string> {
  const entityName = options.entityName ?? server.username
  const data = await must(
    server,
    'mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }',
    {
      input: {
        entityName,
        projectName: 'model-registry',
        queueName,
        runSpec: JSON.stringify({ job, entity: entityName, project: 'vision', overrides: options.overrides ?? {} }),
        ...(options.priority === undefined ? {} : { priority: options.priority }),
        ...(options.templateVariables === undefined
          ? {}
          : { templateVariableValues: JSON.stringify(options.templateVariables) }),
      },
    },
    options.apiKey,
  )
  return data.pushToRunQueueByName.runQueueItemId
}

/** A real launch agent in this process, with a folder of its own. */
export interface TestAgent extends AsyncDisposable {
  readonly agent: RunningLaunchAgent
}

/** Starts an agent for queues of the administrator. Its programs are stopped with it. */
export async function startAgent(
  server: TestServer,
  queueNames: readonly string[],
  options: { readonly maxJobs?: number; readonly hostname?: string } = {},
): Promise<TestAgent> {
  const stateFolder = await mkdtemp(join(tmpdir(), 'slipway-web-agent-'))
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const agent = await startLaunchAgent(
    {
      entityName: server.username,
      queueNames,
      stateFolder,
      stopGraceSeconds: 2,
      environment: { PATH: env['PATH'], HOME: env['HOME'] },
      hostname: 'trainer-1',
      version: '1.2.3',
      ...options,
    },
    { api: createApiClient({ baseUrl: server.url, apiKey: server.apiKey }), log: silent },
  )
  return {
    agent,
    async [Symbol.asyncDispose]() {
      await agent.stop('now')
      await rm(stateFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
