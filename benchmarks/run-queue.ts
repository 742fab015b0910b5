import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestJob, findPostgresPrograms, startTestPostgres, type GraphqlTestAnswer } from '@slipway/testkit'
import type { DatabaseLocation } from '@slipway/server'
import { startBenchServer } from './bench-server.ts'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'
import { openLeanClient, type LeanClient } from './run-queue-client.ts'

const CLIENTS = 16
const WARM_UP_SECONDS = 3
const SECONDS = 10
const TARGET_ITEMS_PER_SECOND = 1000
const PICKUPS = 300
const PICKUP_WARM_UP = 30
const TARGET_PICKUP_MS = 100
const QUEUE = 'bench'

/** The documents of the stock client. Source: wandb client protocol. */
const PUSH = `mutation pushToRunQueueByName($entityName: String!, $projectName: String!, $queueName: String!, $runSpec: JSONString!) {
  pushToRunQueueByName(input: { entityName: $entityName, projectName: $projectName, queueName: $queueName, runSpec: $runSpec }) { runQueueItemId runSpec } }`
const POP = `mutation popFromRunQueue($entity: String!, $project: String!, $queueName: String!, $launchAgentId: ID) {
  popFromRunQueue(input: { entityName: $entity, projectName: $project, queueName: $queueName, launchAgentId: $launchAgentId }) { runQueueItemId runSpec } }`
const ACK = `mutation ackRunQueueItem($itemId: ID!, $runId: String!) {
  ackRunQueueItem(input: { runQueueItemId: $itemId, runName: $runId }) { success } }`

/**
 * Measures how many items a second go through push, pop and claim over HTTP, on each database, and how long a push takes
 * to reach a pop that is held. The server is a process of its own; the load comes from this one.
 */
export async function runRunQueueBenchmark(): Promise<BenchmarkLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-queue-'))
  const programs = findPostgresPrograms()
  const postgres = programs === null ? null : startTestPostgres(programs)
  try {
    const lines = await measureOn('SQLite', folder, null)
    if (postgres === null) return lines
    const connectionString = postgres.connectionString('postgres')
    return [
      ...lines,
      ...(await measureOn('Postgres', folder, { kind: 'postgres', connectionString, maxConnections: 10 })),
    ]
  } finally {
    postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Target {
  readonly url: string
  readonly apiKey: string
  /** The job to launch, by its version. */
  readonly job: string
}

async function measureOn(engine: string, folder: string, database: DatabaseLocation | null): Promise<BenchmarkLine[]> {
  const config = { dataFolder: join(folder, engine), ...(database === null ? {} : { database }) }
  const server = await startBenchServer(config)
  try {
    const { url, apiKey } = server
    const target = { url, apiKey, job: await prepare(url, apiKey) }
    return [await measureThroughput(engine, target), await measurePickup(engine, target)]
  } finally {
    await server.stop()
  }
}

async function prepare(url: string, apiKey: string): Promise<string> {
  const client = await openLeanClient(url, apiKey)
  const config = JSON.stringify({ resource_args: { 'local-process': {} } })
  await client.request(
    `mutation($config: JSONString!) { upsertRunQueue(input: {entityName: "admin", projectName: "model-registry",
      queueName: "${QUEUE}", resourceType: "local-process", resourceConfig: $config}) { success } }`,
    { config },
  )
  const request = async (query: string, variables?: Record<string, unknown>): Promise<GraphqlTestAnswer> => ({
    status: 200,
    errors: undefined,
    data: (await client.request(query, variables ?? {})).data,
  })
  const job = await createTestJob(
    { request },
    {
      entityName: 'admin',
      projectName: 'bench',
      name: 'train',
      files: { 'train.py': 'print("trained")\n' },
      entryPoint: ['python', 'train.py'],
      config: { trainer: { learning_rate: 0.01, batch_size: 32 }, model: 'small' },
    },
  )
  client.close()
  return job
}

async function measureThroughput(engine: string, target: Target): Promise<BenchmarkLine> {
  await drive(target, WARM_UP_SECONDS)
  const result = await drive(target, SECONDS)
  const value = Math.round(result.claimed.length / result.seconds)
  const isEachOnce = new Set(result.claimed).size === result.claimed.length && result.claimed.length === result.pushed
  return {
    name: `run queue on ${engine}: push, pop and claim over HTTP, ${CLIENTS} clients`,
    value,
    unit: 'items/s',
    target: TARGET_ITEMS_PER_SECOND,
    holds: value >= TARGET_ITEMS_PER_SECOND && isEachOnce,
    details: {
      items: result.claimed.length,
      each_once: isEachOnce ? 'yes' : 'no',
      request_p50_ms: round(percentile(result.latencies, 0.5)),
      request_p99_ms: round(percentile(result.latencies, 0.99)),
    },
  }
}

interface DriveResult {
  readonly pushed: number
  readonly claimed: readonly string[]
  readonly latencies: readonly number[]
  readonly seconds: number
}

/** Pushes, pops and claims with all clients for a time. Each takes an item for each that it pushed, so none may be left. */
async function drive(target: Target, seconds: number): Promise<DriveResult> {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => openLeanClient(target.url, target.apiKey)))
  const claimed: string[] = []
  const latencies: number[] = []
  let pushed = 0
  const timed = async (client: LeanClient, query: string, variables: object) => {
    const sentAt = performance.now()
    const answer = await client.request(query, variables)
    latencies.push(performance.now() - sentAt)
    return answer.data
  }
  const startedAt = performance.now()
  await Promise.all(
    clients.map(async (client, index) => {
      for (let round = 0; performance.now() - startedAt < seconds * 1000; round += 1) {
        await timed(client, PUSH, pushVariables(target, round))
        pushed += 1
        const { popFromRunQueue: popped } = await timed(client, POP, POP_VARIABLES)
        const itemId: string = popped.runQueueItemId
        const ack = await timed(client, ACK, { itemId, runId: `run-${index}-${round}-${seconds}` })
        if (ack.ackRunQueueItem.success === true) claimed.push(itemId)
      }
      client.close()
    }),
  )
  return { pushed, claimed, latencies, seconds: (performance.now() - startedAt) / 1000 }
}

const POP_VARIABLES = { entity: 'admin', project: 'model-registry', queueName: QUEUE, launchAgentId: null }

function pushVariables(target: Target, round: number): object {
  const runSpec = JSON.stringify({
    job: target.job,
    entity: 'admin',
    project: 'bench',
    overrides: { run_config: { trainer: { learning_rate: 0.001 * (round % 100) } } },
  })
  return { entityName: 'admin', projectName: 'model-registry', queueName: QUEUE, runSpec }
}

async function measurePickup(engine: string, target: Target): Promise<BenchmarkLine> {
  const submitter = await openLeanClient(target.url, target.apiKey)
  const agent = await openLeanClient(target.url, target.apiKey)
  const latencies: number[] = []
  for (let pickup = 0; pickup < PICKUP_WARM_UP + PICKUPS; pickup += 1) {
    const held = agent.request(POP, POP_VARIABLES).then((answer) => ({ answer, at: performance.now() }))
    // The pop must be waiting at the server when the push comes.
    await new Promise((resolve) => setTimeout(resolve, 5))
    const submittedAt = performance.now()
    await submitter.request(PUSH, pushVariables(target, pickup))
    const { answer, at } = await held
    if (pickup >= PICKUP_WARM_UP) latencies.push(at - submittedAt)
    await agent.request(ACK, { itemId: answer.data.popFromRunQueue.runQueueItemId, runId: `pickup-${pickup}` })
  }
  submitter.close()
  agent.close()
  const value = round(percentile(latencies, 0.5))
  return {
    name: `run queue on ${engine}: submit to pickup inside a held pop, median`,
    value,
    unit: 'ms',
    target: TARGET_PICKUP_MS,
    holds: value < TARGET_PICKUP_MS,
    details: { p99_ms: round(percentile(latencies, 0.99)) },
  }
}
