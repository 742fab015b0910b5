import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestBrowser } from '@slipway/testkit'
import { webFolder } from '@slipway/web/dist-folder'
import { startBenchServer } from './bench-server.ts'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'
import { writeRuns } from './run-table-data.ts'

const RUNS = 100_000
const REPEATS = 7
const TARGET_FIRST_ROWS_MS = 500
const TARGET_PAGE_MS = 200

/**
 * Measures the table of 100,000 runs: how long it takes from the address to the first rows in a real browser with a server
 * that is warm, and how long the server takes for the first page of each kind of sort, filter and group. The server is a
 * process of its own on SQLite.
 */
export async function runWebRunsBenchmark(): Promise<BenchmarkLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-runs-'))
  try {
    const first = await startBenchServer({ dataFolder: folder, webFolder })
    const { apiKey } = first
    await first.stop()
    if (apiKey === '') throw new Error('The server made no administrator')
    writeRuns(join(folder, 'slipway.sqlite'), RUNS)
    const server = await startBenchServer({ dataFolder: folder, webFolder })
    try {
      const target = { url: server.url, apiKey }
      return [...(await measureQueries(target)), await measureFirstRows(target)]
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Target {
  readonly url: string
  readonly apiKey: string
}

const LIST = `query($filters: JSONString, $order: String) { project(entityName: "admin", name: "bench") {
  runs(first: 60, filters: $filters, order: $order) { edges { node { id name displayName state createdAt userName
    values(of: ["config.lr", "config.model", "summary_metrics.loss"]) } } pageInfo { hasNextPage endCursor } } } }`
const GROUPS = `query($by: String!) { project(entityName: "admin", name: "bench") {
  runGroups(by: $by, aggregates: ["summary_metrics.loss"]) { edges { node { value count aggregates { mean } } } } } }`

const THREE = {
  $and: [{ 'config.lr': { $gte: 1e-3 } }, { 'summary_metrics.loss': { $lt: 0.2 } }, { state: 'finished' }],
}

const QUERIES: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  newest_first: [LIST, { order: '-created_at' }],
  by_name: [LIST, { order: '+display_name' }],
  by_duration: [LIST, { order: '-duration' }],
  by_input: [LIST, { order: '+config.lr' }],
  by_metric: [LIST, { order: '-summary_metrics.loss' }],
  three_conditions: [LIST, { order: '-created_at', filters: JSON.stringify(THREE) }],
  three_conditions_by_metric: [LIST, { order: '+summary_metrics.loss', filters: JSON.stringify(THREE) }],
  no_run_matches: [LIST, { order: '+summary_metrics.loss', filters: '{"summary_metrics.loss": {"$lt": 0}}' }],
  one_run_matches: [LIST, { order: '-created_at', filters: '{"config.seed": 77777}' }],
  by_part_of_name: [LIST, { order: '-created_at', filters: '{"displayName": {"$regex": "harbour-77777"}}' }],
  groups_by_input: [GROUPS, { by: 'config.lr' }],
  groups_by_state: [GROUPS, { by: 'state' }],
}

async function measureQueries(target: Target): Promise<readonly BenchmarkLine[]> {
  const medians: Record<string, number> = {}
  for (const [name, [query, variables]] of Object.entries(QUERIES)) {
    const times: number[] = []
    for (let repeat = 0; repeat < REPEATS; repeat += 1) times.push(await send(target, query, variables))
    medians[name] = round(percentile(times, 0.5))
  }
  const value = Math.max(...Object.values(medians))
  return [
    {
      name: `runs: first page of ${RUNS} runs over HTTP, the slowest of ${Object.keys(QUERIES).length} sorts, filters and groups`,
      value,
      unit: 'ms',
      target: TARGET_PAGE_MS,
      holds: value < TARGET_PAGE_MS,
      details: medians,
    },
  ]
}

async function send(target: Target, query: string, variables: Readonly<Record<string, string>>): Promise<number> {
  const startedAt = performance.now()
  const response = await fetch(`${target.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${target.apiKey}`).toString('base64')}`,
    },
    body: JSON.stringify({ query, variables }),
  })
  const { errors } = (await response.json()) as { readonly errors?: unknown }
  if (errors !== undefined) throw new Error(`The server refused a request: ${JSON.stringify(errors)}`)
  return performance.now() - startedAt
}

/** Milliseconds from the page's address to the frame after the one that has rows. Text, since it is run by the browser. */
const UNTIL_ROWS = `new Promise((resolve) => {
  const look = () => document.querySelector('[role=grid] [role=rowheader]') === null
    ? requestAnimationFrame(look)
    : requestAnimationFrame(() => resolve(performance.now()))
  look()
})`

async function measureFirstRows(target: Target): Promise<BenchmarkLine> {
  await using browser = await startTestBrowser()
  await using tab = await browser.openPage(target, { path: '/runs?project=bench' })
  const firstRow = tab.page.getByRole('grid', { name: 'Runs' }).getByRole('rowheader').first()
  await firstRow.waitFor()
  const times: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    await tab.page.goto('about:blank')
    await tab.page.goto('/runs?project=bench', { waitUntil: 'commit' })
    // Counted by the page itself, from its address being entered to the frame that shows the rows.
    times.push(await tab.page.evaluate<number>(UNTIL_ROWS))
  }
  const value = round(percentile(times, 0.5))
  return {
    name: `web: first rows of ${RUNS} runs on the screen`,
    value,
    unit: 'ms',
    target: TARGET_FIRST_ROWS_MS,
    holds: value < TARGET_FIRST_ROWS_MS,
    details: { fastest_ms: round(Math.min(...times)), slowest_ms: round(Math.max(...times)) },
  }
}
