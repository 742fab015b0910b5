import { mkdtemp, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestJob, startTestServer, type TestServer } from '@slipway/testkit'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'

const ITEMS = 100_000
const POINTS = 1000
const ROUNDS = 20
const TARGET_EARLIER_MS = 100
const TARGET_WAITING_MS = 50

const EARLIER = `query($overrides: [JSON!]!) { project(entityName: "admin", name: "bench") { jobVersion(name: "train") {
  earlierLaunches(overrides: $overrides) { items { id } } } } }`
const LIST =
  '{ entity(name: "admin") { runQueueItems(first: 20) { edges { node { id reason waiting { position } } } } } }'

/** Measures, among 100,000 items that wait, how long it takes to find earlier ones of 1,000 sets of inputs, and to say why 20 wait. */
export async function runRelaunchBenchmark(): Promise<BenchmarkLine[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'slipway-bench-relaunch-'))
  const file = join(dataFolder, 'bench.sqlite')
  const options = { database: { kind: 'sqlite' as const, file }, config: { dataFolder } }
  try {
    const first = await startTestServer(options)
    await pushOne(first)
    await first.stop()
    copyItem(file)
    await using server = await startTestServer(options)
    const ask = async (query: string, variables: Record<string, unknown>): Promise<readonly number[]> => {
      const times: number[] = []
      for (let index = 0; index < ROUNDS; index++) {
        const startedAt = performance.now()
        const { errors } = await server.request(query, variables, { apiKey: first.apiKey })
        if (errors !== undefined) throw new Error(JSON.stringify(errors))
        times.push(performance.now() - startedAt)
      }
      return times
    }
    const overrides = Array.from({ length: POINTS }, (_, index) => ({ run_config: { learning_rate: index / POINTS } }))
    return [
      toLine(`earlier launches of ${POINTS} sets of inputs among ${ITEMS} items`, await ask(EARLIER, { overrides }), {
        target: TARGET_EARLIER_MS,
      }),
      toLine(`why 20 of ${ITEMS} items wait`, await ask(LIST, {}), { target: TARGET_WAITING_MS }),
    ]
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function pushOne(server: TestServer): Promise<void> {
  const place = { entityName: 'admin', projectName: 'model-registry', queueName: 'bench' }
  await server.request('mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success } }', {
    input: { ...place, resourceType: 'local-process', resourceConfig: '{}' },
  })
  const job = await createTestJob(server, {
    entityName: 'admin',
    projectName: 'bench',
    name: 'train',
    files: { 'train.py': '' },
    entryPoint: ['python', 'train.py'],
    config: { learning_rate: 0.01, batch_size: 32, model: 'small' },
  })
  const { errors } = await server.request(
    'mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }',
    { input: { ...place, runSpec: JSON.stringify({ job, overrides: { run_config: { learning_rate: 0.5 } } }) } },
  )
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
}

/** Pushing this many items takes minutes, so the one that was pushed is copied, each time with another digest. */
function copyItem(file: string): void {
  using database = new DatabaseSync(file)
  database.exec(`with recursive number(n) as (select 1 union all select n + 1 from number where n < ${ITEMS})
    insert into run_queue_item (run_queue_id, entity_id, project_name, state, priority, job_path, job_artifact_id,
      author_id, has_fixed_run_id, created_at, run_spec, inputs_digest)
    select run_queue_id, entity_id, project_name, state, priority, job_path, job_artifact_id, author_id,
      has_fixed_run_id, created_at, run_spec, 'digest-' || n from run_queue_item, number where id = 1`)
}

function toLine(name: string, times: readonly number[], { target }: { readonly target: number }): BenchmarkLine {
  const value = round(percentile(times, 0.5))
  return {
    name,
    value,
    unit: 'ms',
    target,
    holds: value <= target,
    details: { p95_ms: round(percentile(times, 0.95)) },
  }
}
