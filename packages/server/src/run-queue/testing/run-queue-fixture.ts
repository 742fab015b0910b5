import type { TestServer } from '@slipway/testkit'

/** What the tests of queues and agents do over and over, by the documents of the stock client. */

interface RequestOptions {
  readonly apiKey?: string
  readonly signal?: AbortSignal
}

const PLACE = { entityName: 'admin', projectName: 'model-registry' }

export async function aQueue(
  server: TestServer,
  name: string,
  options: {
    readonly resource?: string
    readonly config?: object
    readonly variables?: object
    readonly priorities?: boolean
  } = {},
): Promise<{ readonly id: string }> {
  const resource = options.resource ?? 'local-process'
  const answer = await server.request(
    `mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success configSchemaValidationErrors } }`,
    {
      input: {
        ...PLACE,
        queueName: name,
        resourceType: resource,
        resourceConfig: JSON.stringify({ resource_args: { [resource]: options.config ?? {} } }),
        templateVariables: options.variables === undefined ? null : JSON.stringify(options.variables),
        prioritizationMode: options.priorities === true ? 'V0' : 'DISABLED',
      },
    },
  )
  if (answer.data?.upsertRunQueue?.success !== true) throw new Error(JSON.stringify(answer))
  const found = await server.request(
    `query($name: String!) { project(name: "model-registry", entityName: "admin") { runQueue(name: $name) { id } } }`,
    { name },
  )
  return found.data.project.runQueue
}

export async function anAgent(
  server: TestServer,
  runQueues: readonly string[],
  resumeId?: string,
  config: object = {},
): Promise<string> {
  const answer = await server.request(
    `mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }`,
    {
      input: {
        ...PLACE,
        runQueues,
        hostname: 'host',
        agentConfig: JSON.stringify(config),
        resumeLaunchAgentId: resumeId,
      },
    },
  )
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.createLaunchAgent.launchAgentId
}

export function tryPush(server: TestServer, queueName: string, spec: object = {}, more: object = {}) {
  const runSpec = { entity: 'admin', project: 'demo', docker: { docker_image: 'image' }, ...spec }
  return server.request(
    `mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) {
      runQueueItemId runSpec notes { path message } runQueueItem { id state priority jobPath author } } }`,
    { input: { ...PLACE, queueName, runSpec: JSON.stringify(runSpec), ...more } },
  )
}

export async function push(
  server: TestServer,
  queueName: string,
  spec: object = {},
  more: object = {},
): Promise<string> {
  const answer = await tryPush(server, queueName, spec, more)
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.pushToRunQueueByName.runQueueItemId
}

export async function pop(
  server: TestServer,
  queueName: string,
  launchAgentId: string | null,
  options: RequestOptions & { readonly waitSeconds?: number } = {},
): Promise<{ readonly runQueueItemId: string; readonly runSpec: unknown } | null> {
  const answer = await server.request(
    `mutation($input: PopFromRunQueueInput!) { popFromRunQueue(input: $input) { runQueueItemId runSpec } }`,
    { input: { ...PLACE, queueName, launchAgentId, waitSeconds: options.waitSeconds ?? 0 } },
    options,
  )
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.popFromRunQueue
}

export async function ack(
  server: TestServer,
  runQueueItemId: string,
  runName: string,
  launchAgentId?: string,
): Promise<boolean> {
  const answer = await server.request(
    `mutation($input: AckRunQueueItemInput!) { ackRunQueueItem(input: $input) { success } }`,
    { input: { runQueueItemId, runName, launchAgentId } },
  )
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.ackRunQueueItem.success
}

export async function item(server: TestServer, id: string) {
  const answer = await server.request(
    `query($id: ID!) { runQueueItem(id: $id) { id state associatedRunId priority reason stage exitCode filePaths
      stopRequestedAt startedAt endedAt runSpec warnings { message } launchAgent { id } log { text nextOffset isComplete } } }`,
    { id },
  )
  return answer.data.runQueueItem
}

/** A clock that a test moves. It starts at the real time. */
export interface TestClock {
  now(): number
  advance(ms: number): void
}

export function aClock(): TestClock {
  let offset = 0
  return { now: () => Date.now() + offset, advance: (ms) => void (offset += ms) }
}

/** Asks until the answer is as wanted; fails after ten seconds. */
export async function until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + 120_000
  for (;;) {
    const answer = await ask()
    if (isWanted(answer)) return answer
    if (performance.now() > deadline) throw new Error(`waited in vain; last answer: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
}
