import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgresPrograms, startTestPostgres } from '@slipway/testkit'
import type { DatabaseLocation } from '@slipway/server'
import { startBenchServer } from './bench-server.ts'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'
import { writeRuns } from './run-table-data.ts'
import { writeRunsToPostgres } from './run-table-postgres.ts'

const RUNS = 100_000
const REPEATS = 15
const TARGET_MS = 50

/** As `Api().runs(path, filters, order)` asks, in its lazy form: a page of 50 and how many there are. Source: wandb client. */
const LIST = `query Runs($project: String!, $entity: String!, $cursor: String, $perPage: Int = 50, $order: String, $filters: JSONString) {
  project(name: $project, entityName: $entity) { internalId runCount(filters: $filters) readOnly
    runs(filters: $filters, after: $cursor, first: $perPage, order: $order) {
      edges { node { id tags name displayName sweepName state group jobType commit readOnly createdAt heartbeatAt
        description notes historyLineCount user { name username } } cursor } pageInfo { endCursor hasNextPage } } } }`

/** Three filters each: of config, summary and state, which one run in a hundred meets, one in ten, and nearly half. */
const FILTERS: Readonly<Record<string, object>> = {
  few: { 'config.lr': 1e-3, 'summary_metrics.loss': { $lt: 0.16 }, state: 'finished' },
  some: {
    $and: [{ 'config.model': 'vit-base' }, { 'summary_metrics.accuracy': { $gte: 0.75 } }, { state: 'finished' }],
  },
  many: { 'config.optimizer': 'adamw', 'summary_metrics.val_loss': { $lt: 0.9 }, state: { $ne: 'failed' } },
}
const ORDERS = ['+created_at', '-created_at', '+summary_metrics.loss', '-config.seed']

/**
 * Measures the public API's query for runs by three filters over 100,000 runs, in each order that people ask for, with the
 * count that the client asks for beside the page. The server is a process of its own, on each database.
 */
export async function runRunsBenchmark(): Promise<BenchmarkLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-filters-'))
  const programs = findPostgresPrograms()
  const postgres = programs === null ? null : startTestPostgres(programs)
  try {
    const file = join(folder, 'slipway.sqlite')
    const lines = [
      await measureOn('SQLite', folder, { kind: 'sqlite', file }, () => Promise.resolve(writeRuns(file, RUNS))),
    ]
    if (postgres === null || programs === null) return lines
    const connectionString = postgres.connectionString('postgres')
    const location: DatabaseLocation = { kind: 'postgres', connectionString, maxConnections: 10 }
    return [
      ...lines,
      await measureOn('Postgres', folder, location, () => writeRunsToPostgres(programs, connectionString, RUNS)),
    ]
  } finally {
    postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureOn(
  engine: string,
  dataFolder: string,
  database: DatabaseLocation,
  fill: () => Promise<void>,
): Promise<BenchmarkLine> {
  const first = await startBenchServer({ dataFolder, database })
  await first.stop()
  await fill()
  const server = await startBenchServer({ dataFolder, database })
  try {
    const medians: Record<string, number> = {}
    for (const [name, filters] of Object.entries(FILTERS)) {
      for (const order of ORDERS) {
        const times: number[] = []
        for (let repeat = 0; repeat < REPEATS; repeat += 1)
          times.push(await ask({ url: server.url, apiKey: first.apiKey }, filters, order))
        medians[`${name} ${order}`] = round(percentile(times, 0.5))
      }
    }
    const value = Math.max(...Object.values(medians))
    return {
      name: `runs: page and count by three filters of ${RUNS} runs over HTTP, ${engine}, the slowest of ${Object.keys(medians).length}`,
      value,
      unit: 'ms',
      target: TARGET_MS,
      holds: value < TARGET_MS,
      details: medians,
    }
  } finally {
    await server.stop()
  }
}

async function ask(
  target: { readonly url: string; readonly apiKey: string },
  filters: object,
  order: string,
): Promise<number> {
  const variables = { project: 'bench', entity: 'admin', order, filters: JSON.stringify(filters) }
  const startedAt = performance.now()
  const response = await fetch(`${target.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${target.apiKey}`).toString('base64')}`,
    },
    body: JSON.stringify({ query: LIST, variables, operationName: 'Runs' }),
  })
  const answer = (await response.json()) as {
    readonly errors?: unknown
    readonly data?: {
      readonly project: { readonly runCount: number; readonly runs: { readonly edges: readonly unknown[] } }
    }
  }
  const elapsed = performance.now() - startedAt
  const { project } = answer.data ?? {}
  if (project === undefined || project.runCount < 100 || project.runs.edges.length !== 50)
    throw new Error(`The server did not find the runs: ${JSON.stringify(answer).slice(0, 500)}`)
  return elapsed
}
