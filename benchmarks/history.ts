import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startBenchServer } from './bench-server.ts'
import type { BenchmarkLine } from './benchmark-line.ts'
import { KEYS_PER_LINE, LINES_PER_REQUEST, makeTemplate, openRunWriter } from './history-load.ts'
import { percentile, round } from './measuring.ts'

const RUNS = 20
const SECONDS = 10
const TARGET_POINTS_PER_SECOND = 300_000
const DRAWN_POINTS = 1_000_000
const TARGET_DRAW_MS = 100
const DRAWINGS = 15
/** A segment's worth of lines for each run may wait for its turn; more means that the server falls behind. */
const MAX_WAITING_LINES = RUNS * 8192

/**
 * Measures how many metric points a server takes through the protocol of the stock client from 20 runs at once, each
 * request durable before its answer, and how long it takes to draw a million points of one run. The server is a process
 * of its own on SQLite; the load comes from this one.
 */
export async function runHistoryBenchmark(): Promise<BenchmarkLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-history-'))
  const server = await startBenchServer({ dataFolder: folder })
  try {
    const target = { ...server, folder }
    return [await measureIngestion(target), await measureDrawing(target)]
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface ServerAddress {
  readonly url: string
  readonly apiKey: string
}

interface Target extends ServerAddress {
  readonly folder: string
}

async function measureIngestion(target: Target): Promise<BenchmarkLine> {
  const keys = Array.from({ length: KEYS_PER_LINE }, (_, index) => `metric_${index}`)
  const template = makeTemplate(LINES_PER_REQUEST, keys)
  const latencies: number[] = []
  const names = Array.from({ length: RUNS }, (_, index) => `ingest-${index}`)
  for (const name of names) await makeRun(target, name)
  const startedAt = performance.now()
  const endsAt = startedAt + SECONDS * 1000
  const counts = await Promise.all(
    names.map(async (name) => {
      const writer = openRunWriter(target.url, target.apiKey, name)
      let lines = 0
      while (performance.now() < endsAt) {
        const sentAt = performance.now()
        await writer.send(template.body(lines))
        latencies.push(performance.now() - sentAt)
        lines += LINES_PER_REQUEST
      }
      writer.close()
      return lines
    }),
  )
  const lines = counts.reduce((sum, count) => sum + count, 0)
  const sentMs = performance.now() - startedAt
  await untilSorted(target, 'ingest-%', lines - MAX_WAITING_LINES)
  const wholeMs = performance.now() - startedAt
  const value = Math.round((lines * KEYS_PER_LINE) / (wholeMs / 1000))
  return {
    name: `metric ingestion: ${RUNS} runs at once, sorted by metric as fast as it comes`,
    value,
    unit: 'points/s',
    target: TARGET_POINTS_PER_SECOND,
    holds: value >= TARGET_POINTS_PER_SECOND,
    details: {
      points: lines * KEYS_PER_LINE,
      keys_per_line: KEYS_PER_LINE,
      lines_per_request: LINES_PER_REQUEST,
      taken_per_second: Math.round((lines * KEYS_PER_LINE) / (sentMs / 1000)),
      request_p50_ms: round(percentile(latencies, 0.5)),
      request_p99_ms: round(percentile(latencies, 0.99)),
    },
  }
}

/** Waits until so many lines of the runs are in segments, so that work put off is counted too. */
async function untilSorted(target: Target, runNames: string, lineCount: number): Promise<void> {
  const database = new DatabaseSync(join(target.folder, 'slipway.sqlite'), { readOnly: true })
  const query = database.prepare(
    `select coalesce(sum(line_count), 0) as line_count from history_segment
     where run_id in (select id from run where name like ?)`,
  )
  const deadline = performance.now() + 60_000
  try {
    while (performance.now() < deadline) {
      if (Number(query.get(runNames)?.['line_count']) >= lineCount) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  } finally {
    database.close()
  }
  throw new Error('The server did not sort the history in time')
}

async function measureDrawing(target: Target): Promise<BenchmarkLine> {
  await makeRun(target, 'drawn')
  const template = makeTemplate(10_000, ['loss'])
  const writer = openRunWriter(target.url, target.apiKey, 'drawn')
  for (let line = 0; line < DRAWN_POINTS; line += 10_000) await writer.send(template.body(line))
  await writer.send('{"complete":true,"exitcode":0}')
  writer.close()
  const atOnce = await draw(target)
  await untilSorted(target, 'drawn', DRAWN_POINTS)
  const later: number[] = []
  for (let drawing = 0; drawing < DRAWINGS; drawing += 1) later.push(await draw(target))
  const value = round(percentile(later, 0.5))
  return {
    name: 'history: a million points of one run drawn, over HTTP',
    value,
    unit: 'ms',
    target: TARGET_DRAW_MS,
    holds: value < TARGET_DRAW_MS,
    details: { right_after_the_last_line_ms: round(atOnce), slowest_ms: round(Math.max(...later)) },
  }
}

async function draw(target: Target): Promise<number> {
  const startedAt = performance.now()
  const answer = (await send(
    target,
    'query($specs: [JSONString!]!) { project(name: "bench") { run(name: "drawn") { sampledHistory(specs: $specs) } } }',
    { specs: [JSON.stringify({ keys: ['_step', 'loss'], samples: 1000 })] },
  )) as { readonly project: { readonly run: { readonly sampledHistory: readonly (readonly unknown[])[] } } }
  const elapsed = performance.now() - startedAt
  const rows = answer.project.run.sampledHistory[0]?.length ?? 0
  if (rows < 500) throw new Error(`The server drew ${rows} rows instead of about 1000`)
  return elapsed
}

async function makeRun(target: Target, name: string): Promise<void> {
  await send(
    target,
    'mutation($name: String!) { upsertBucket(input: {modelName: "bench", name: $name}) { inserted } }',
    { name },
  )
}

async function send(target: Target, query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
  const response = await fetch(`${target.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${target.apiKey}`).toString('base64')}`,
    },
    body: JSON.stringify({ query, variables, operationName: '' }),
  })
  const { data, errors } = (await response.json()) as { readonly data?: unknown; readonly errors?: readonly unknown[] }
  if (errors !== undefined) throw new Error(`The server refused a request: ${JSON.stringify(errors)}`)
  return data
}
