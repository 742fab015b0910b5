import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { constants, openSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLaunchAgent } from '@slipway/agent'
import { createApiClient } from '@slipway/sdk'
import { createTestJob, type GraphqlTestAnswer, requestGraphql } from '@slipway/testkit'
import { startBenchServer } from './bench-server.ts'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'

const LAUNCHES = 200
const WARM_UP = 20
const TARGET_P50_MS = 30
const TARGET_P99_MS = 150
const START_DEADLINE_MS = 10_000
const QUEUE = 'bench'
const quiet = (): void => undefined

/**
 * Measures from the moment a client submits a launch to the moment its program runs, with everything idle in between:
 * a server in a process of its own, our agent here, the runner local-process. The program's first act is to write to a
 * pipe of this process, so what is counted ends inside the program.
 */
export async function runLaunchBenchmark(): Promise<BenchmarkLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-launch-'))
  const server = await startBenchServer({ dataFolder: join(folder, 'data') })
  try {
    const { url, apiKey } = server
    const latencies = await measureLaunches(folder, url, apiKey)
    return summarise(latencies)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureLaunches(folder: string, url: string, apiKey: string): Promise<readonly number[]> {
  const target = {
    request: (query: string, variables?: Record<string, unknown>) => requestGraphql(url, apiKey, query, variables),
  }
  const pipe = join(folder, 'started')
  const starts = await listenForStarts(pipe)
  await target.request(
    `mutation($config: JSONString!) { upsertRunQueue(input: {entityName: "admin", projectName: "model-registry",
      queueName: "${QUEUE}", resourceType: "local-process", resourceConfig: $config}) { success } }`,
    { config: JSON.stringify({ resource_args: { 'local-process': {} } }) },
  )
  const job = await createTestJob(target, {
    entityName: 'admin',
    projectName: 'bench',
    name: 'mark',
    files: { 'mark.sh': 'echo started > "$1"\n' },
    entryPoint: ['sh', 'mark.sh', pipe],
    config: { value: 1 },
  })
  await using _agent = await startLaunchAgent(
    { entityName: 'admin', queueNames: [QUEUE], stateFolder: join(folder, 'agent'), environment: process.env },
    { api: createApiClient({ baseUrl: url, apiKey }), log: { info: quiet, warn: quiet, error: quiet } },
  )
  const spec = JSON.stringify({ job, entity: 'admin', project: 'bench', overrides: { run_config: { value: 2 } } })
  const latencies: number[] = []
  try {
    for (let launch = 0; launch < WARM_UP + LAUNCHES; launch += 1) {
      const started = starts.next()
      const submittedAt = performance.now()
      const answer = await target.request(
        `mutation($spec: JSONString!) { pushToRunQueueByName(input: {entityName: "admin", projectName: "model-registry",
          queueName: "${QUEUE}", runSpec: $spec}) { runQueueItemId } }`,
        { spec },
      )
      const id: unknown = answer.data?.pushToRunQueueByName?.runQueueItemId
      if (typeof id !== 'string') throw new Error(`Cannot submit the launch: ${JSON.stringify(answer.errors)}`)
      const startedAt = await started
      if (launch >= WARM_UP) latencies.push(startedAt - submittedAt)
      await untilEnded(target, id)
    }
  } finally {
    starts.close()
  }
  return latencies
}

function summarise(latencies: readonly number[]): BenchmarkLine[] {
  const p50 = round(percentile(latencies, 0.5))
  const p99 = round(percentile(latencies, 0.99))
  const details = {
    launches: latencies.length,
    fastest_ms: round(Math.min(...latencies)),
    slowest_ms: round(Math.max(...latencies)),
  }
  const name = 'submit to process start, idle, own agent, local-process'
  return [
    { name: `${name}, p50`, value: p50, unit: 'ms', target: TARGET_P50_MS, holds: p50 < TARGET_P50_MS, details },
    { name: `${name}, p99`, value: p99, unit: 'ms', target: TARGET_P99_MS, holds: p99 < TARGET_P99_MS, details },
  ]
}

interface StartListener {
  /** Resolves with the time of the next mark. */
  next(): Promise<number>
  close(): void
}

async function listenForStarts(path: string): Promise<StartListener> {
  execFileSync('mkfifo', [path])
  // Opened for writing too, so that the pipe does not end with the first program.
  const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  const marks = new Socket({ fd: descriptor, readable: true, writable: false })
  return {
    async next() {
      await once(marks, 'data', { signal: AbortSignal.timeout(START_DEADLINE_MS) })
      return performance.now()
    },
    close: () => marks.destroy(),
  }
}

type Target = { request(query: string, variables?: Record<string, unknown>): Promise<GraphqlTestAnswer> }

async function untilEnded(target: Target, id: string): Promise<void> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const answer = await target.request('query($id: ID!) { runQueueItem(id: $id) { state reason } }', { id })
    const item = answer.data.runQueueItem
    if (item.state === 'finished') return
    if (item.state === 'failed') throw new Error(`The launch failed: ${item.reason}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`Item ${id} has not ended within 10 seconds`)
}
